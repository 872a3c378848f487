import { canonicalize } from '@entente/verify';
import { run } from '../store/index.ts';
import { insertMany } from '../store/bulk.ts';
import { derive } from './derive.ts';
import { saveMarks } from './erasure.ts';
import { shownOf } from './life.ts';
import { attachmentRows, candidateRows, recordRow, searchTable, type Drawn } from './rows.ts';
import { INSERT_ATTACHMENT, INSERT_CANDIDATE, INSERT_LINK, INSERT_SEARCH, MOVE_RECORD, UPSERT_RECORD } from './statements.ts';
import type { Translations } from './texts.ts';
import { retranslate, TRANSLATION, translationsOf } from './translations.ts';
import type { Work } from './work.ts';

/** What is stored of a record that was there before. */
interface Standing { readonly id: string; readonly version: string; readonly kv: number; readonly translations: Translations }

/**
 * Writes what the touched records look like now: record, candidates, links, attachments, translations and search words,
 * replacing what stood before. The caller holds the cooperation's revision row.
 */
export async function save(work: Work): Promise<void> {
  const { handle, context: { cooperation: { id: coop } } } = work;
  const records = [...work.touched];
  if (records.length === 0) return;
  const drawn = records.map((record) => draw(work, record)).filter((each) => each !== null);
  // A record that was not there before has left no traces.
  const older = records.filter((record) => work.facts(record).some((fact) => fact.verdict !== undefined));
  const stored = await standing(work, older);
  const remade = drawn.filter(({ record, shown, derived }) => stored.get(record)?.version !== shown.version || stored.get(record)?.kv !== derived.kv);
  const targets = await takeAway(work, older, drawn, remade);
  await insertMany(handle, INSERT_LINK, remade.flatMap(({ record, derived }) => derived.links.map((link) => ({ coop, record, rel: link.rel, target: link.to }))));
  await insertMany(handle, INSERT_CANDIDATE, records.flatMap((record) => candidateRows(coop, record, work.life(record))));
  await insertMany(handle, INSERT_ATTACHMENT, records.flatMap((record) => attachmentRows(work, record, work.life(record))));

  // Translations first: the records they translate carry them.
  const sources = drawn.filter(({ shown }) => shown.kind.name === TRANSLATION);
  await write(work, sources, new Map(), stored);
  const others = drawn.filter(({ shown }) => shown.kind.name !== TRANSLATION);
  await write(work, others, await translationsOf(work, new Map(others.map(({ record, shown }) => [record, shown.version]))), stored);
  for (const { derived } of sources) for (const link of derived.links) if (link.rel === 'translates') targets.add(link.to);
  for (const { record } of drawn) targets.delete(record);
  await retranslate(work, [...targets]);
  await saveMarks(work);
}

function draw(work: Work, record: string): Drawn | null {
  const shown = shownOf(work.life(record), work.view);
  const content = shown && work.content(shown.hash);
  return shown && content ? { record, shown, derived: derive(shown.kind, shown.kv, content) } : null;
}

async function standing(work: Work, records: readonly string[]): Promise<Map<string, Standing>> {
  if (records.length === 0) return new Map();
  const rows = await run<Standing>(work.handle, 'select id::text as id, version, kv, translations from record where coop = $1 and id = any($2::uuid[])', [work.context.cooperation.id, records]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Removes what is about to be written anew; answers the records that lose a translation by it. */
async function takeAway(work: Work, older: readonly string[], drawn: readonly Drawn[], remade: readonly Drawn[]): Promise<Set<string>> {
  if (older.length === 0) return new Set();
  const shown = new Set(drawn.map(({ record }) => record));
  const gone = older.filter((record) => !shown.has(record));
  const rows = await run<{ target: string }>(work.handle, TAKE_AWAY, [work.context.cooperation.id, older, gone, [...gone, ...remade.map(({ record }) => record)]]);
  return new Set(rows.map((row) => row.target));
}

const TAKE_AWAY = `with links as (delete from link where coop = $1 and record = any($4::uuid[]) returning rel, target),
  candidates as (delete from candidate where coop = $1 and record = any($2::uuid[])),
  attachments as (delete from attachment where coop = $1 and record = any($2::uuid[])),
  words as (delete from search where coop = $1 and record = any($3::uuid[])),
  records as (delete from record where coop = $1 and id = any($3::uuid[]))
  select distinct target::text as target from links where rel = 'translates'`;

/** A record whose texts are as they were only moves on: its title, sort keys and search words stay. */
async function write(work: Work, drawn: readonly Drawn[], translations: ReadonlyMap<string, Translations>, stored: ReadonlyMap<string, Standing>): Promise<void> {
  const coop = work.context.cooperation.id;
  const textsOf = ({ record }: Drawn) => translations.get(record) ?? {};
  const stays = ({ record, shown, derived }: Drawn): boolean => {
    const before = stored.get(record);
    return before?.version === shown.version && before.kv === derived.kv && canonicalize(before.translations) === canonicalize(textsOf({ record, shown, derived }));
  };
  const [moved, remade] = [drawn.filter(stays), drawn.filter((each) => !stays(each))];
  await insertMany(work.handle, MOVE_RECORD, moved.map(({ record, shown }) => ({
    _coop: coop, _id: record, _party: shown.party, _standing: shown.standing, _ordinal: shown.ordinal, _at: shown.at, _waits_for: shown.waitsFor, _open_since: shown.openSince,
  })));
  await insertMany(work.handle, UPSERT_RECORD, remade.map((each) => recordRow(work, each, textsOf(each))));
  const old = remade.filter(({ record }) => stored.has(record)).map(({ record }) => record);
  if (old.length > 0) await run(work.handle, 'delete from search where coop = $1 and record = any($2::uuid[])', [coop, old]);
  await insertMany(work.handle, INSERT_SEARCH, remade.flatMap((each) => searchTable(coop, each, textsOf(each))));
}
