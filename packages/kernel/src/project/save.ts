import { run } from '../store/index.ts';
import { insertMany } from '../store/bulk.ts';
import { derive, filesOf, upcast, type Derived } from './derive.ts';
import { isVerb, type Life, type Shown } from './facts.ts';
import { shownOf } from './life.ts';
import { INSERT_ATTACHMENT, INSERT_CANDIDATE, INSERT_LINK, INSERT_SEARCH, UPSERT_RECORD } from './statements.ts';
import { searchRows, sortKeys, titleIn, type Translations } from './texts.ts';
import { retranslate, TRANSLATION, translationsOf } from './translations.ts';
import type { Work } from './work.ts';

/** A record as it is written, before its translations are known. */
interface Drawn { readonly record: string; readonly shown: Shown; readonly derived: Derived }

/**
 * Writes what the touched records look like now: record, candidates, links, attachments, translations and search words,
 * replacing what stood before. The caller holds the cooperation's revision row.
 */
export async function save(work: Work): Promise<void> {
  const records = [...work.touched];
  if (records.length === 0) return;
  const coop = work.context.cooperation.id;
  const lives = new Map(records.map((record) => [record, work.life(record)]));
  const drawn = new Map<string, Drawn>();
  for (const [record, life] of lives) {
    const shown = shownOf(life, work.view);
    const content = shown && work.content(shown.hash);
    if (shown && content) drawn.set(record, { record, shown, derived: derive(shown.kind, shown.kv, content) });
  }
  const { handle } = work;
  // A record that was not there before has left no traces to take away.
  const older = records.filter((record) => work.facts(record).some((fact) => fact.verdict !== undefined));
  const before = older.length === 0 ? [] : await run<{ target: string }>(handle, TAKE_AWAY, [coop, older, older.filter((record) => !drawn.has(record))]);
  await insertMany(handle, INSERT_LINK, [...drawn.values()].flatMap(({ record, derived }) => derived.links.map((link) => ({ coop, record, rel: link.rel, target: link.to }))));
  await insertMany(handle, INSERT_CANDIDATE, [...lives].flatMap(([record, life]) => candidateRows(coop, record, life)));
  await insertMany(handle, INSERT_ATTACHMENT, [...lives].flatMap(([record, life]) => attachmentRows(work, record, life)));
  // Translations first: the records they translate carry them.
  const all = [...drawn.values()];
  const sources = all.filter(({ shown }) => shown.kind.name === TRANSLATION);
  await write(work, sources, new Map());
  const others = all.filter(({ shown }) => shown.kind.name !== TRANSLATION);
  await write(work, others, await translationsOf(work, new Map(others.map(({ record, shown }) => [record, shown.version]))));
  const targets = sources.flatMap(({ derived }) => derived.links.filter((link) => link.rel === 'translates').map((link) => link.to));
  await retranslate(work, [...new Set([...before.map((row) => row.target), ...targets])].filter((record) => !drawn.has(record)));
}

async function write(work: Work, drawn: readonly Drawn[], translations: ReadonlyMap<string, Translations>): Promise<void> {
  const coop = work.context.cooperation.id;
  await insertMany(work.handle, UPSERT_RECORD, drawn.map((each) => recordRow(work, each, translations.get(each.record) ?? {})));
  await insertMany(work.handle, INSERT_SEARCH, drawn.flatMap((each) => searchTable(coop, each, translations.get(each.record) ?? {})));
}

const TAKE_AWAY = `with gone as (delete from link where coop = $1 and record = any($2::uuid[]) returning rel, target),
  candidates as (delete from candidate where coop = $1 and record = any($2::uuid[])),
  attachments as (delete from attachment where coop = $1 and record = any($2::uuid[])),
  words as (delete from search where coop = $1 and record = any($2::uuid[])),
  records as (delete from record where coop = $1 and id = any($3::uuid[]))
  select distinct target::text as target from gone where rel = 'translates'`;

function recordRow(work: Work, { record, shown, derived }: Drawn, translations: Translations) {
  const title = titleIn(shown.kind, derived.content, derived.title, translations);
  return {
    coop: work.context.cooperation.id, id: record, kind: shown.kind.name, kv: derived.kv, audience: shown.audience, party: shown.party, standing: shown.standing,
    version: shown.version, ordinal: shown.ordinal, content: derived.content, title, sort: sortKeys(title, work.context.languages), translations,
    date: derived.date, at: shown.at, waits_for: shown.waitsFor, open_since: shown.openSince,
  };
}

function searchTable(coop: string, { record, shown, derived }: Drawn, translations: Translations) {
  return searchRows(shown.kind, derived.content, translations).map(({ lang, a, b, c, body }) => ({ coop, record, lang, body, _a: a, _b: b, _c: c }));
}

function candidateRows(coop: string, record: string, life: Life) {
  return life.candidates.map((each) => ({
    coop, record, h: each.h, on_version: each.on, round: each.round, purpose: each.as, kind: life.kind?.name ?? '', kv: each.kv, hash: each.hash, status: each.status,
    ordinal: each.status === 'agreed' ? life.versions.findIndex((version) => version.version === each.h) + 1 : null,
    proposals: each.proposals.map((fact) => ({ party: fact.party, index: fact.idx, made: fact.made, ...(fact.note === undefined ? {} : { note: fact.note }) })),
    consents: each.consents.map((fact) => ({ party: fact.party, index: fact.idx, made: fact.made })),
    rejects: each.rejects.map((fact) => ({ party: fact.party, index: fact.idx, made: fact.made, ...(fact.item.reason === undefined ? {} : { reason: fact.item.reason }) })),
  }));
}

/** Every digest that anything said of the record names, with the party that named it first. */
function attachmentRows(work: Work, record: string, life: Life) {
  const named = new Map<string, { party: string; audience: string }>();
  for (const [fact, verdict] of life.verdicts) {
    if (verdict.class === 'void' || (!isVerb(fact, 'put') && !isVerb(fact, 'propose'))) continue;
    const from = { party: fact.party, audience: fact.audience };
    if (fact.apart && !named.has(fact.item.hash)) named.set(fact.item.hash, from);
    const content = work.content(fact.item.hash);
    if (!content || !life.kind) continue;
    for (const sha256 of filesOf(life.kind, upcast(life.kind, fact.item.kv, content))) if (!named.has(sha256)) named.set(sha256, from);
  }
  return [...named].map(([sha256, { party, audience }]) => ({ coop: work.context.cooperation.id, record, sha256, party, audience }));
}
