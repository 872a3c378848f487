import { canonicalize } from '@entente/verify';
import type { Audience } from '../act.ts';
import { rowsInto, run, together, type Statement } from '../store/index.ts';
import { Cells, tallying } from '../tally/index.ts';
import { hasPersonal } from '../personal/replace.ts';
import { derive } from './derive.ts';
import { saveMarks } from './erasure.ts';
import type { Life } from './facts.ts';
import { shownOf } from './life.ts';
import { attachmentRows, candidateRows, recordRow, type Drawn } from './rows.ts';
import { INSERT_ATTACHMENT, INSERT_CANDIDATE, INSERT_LINK, MOVE_RECORD, NEW_RECORD, UPSERT_RECORD } from './statements.ts';
import { isSame, itemStatements } from './store-items.ts';
import type { Translations } from './texts.ts';
import { retranslate, TRANSLATION, translationsOf } from './translations.ts';
import { newWordsDue, wordsDue, wordsOf } from './words.ts';
import type { Work } from './work.ts';

/** What is stored of a record that was there before. */
interface Standing {
  readonly id: string; readonly kind: string; readonly version: string; readonly kv: number; readonly translations: Translations;
  readonly audience: Audience; readonly party: string; readonly standing: string; readonly date: string | null; readonly waitsFor: readonly string[];
  /** Null where it is as it will be written again. */
  readonly content: Readonly<Record<string, unknown>> | null;
}

/**
 * Writes the touched items and what their records look like now: record, candidates, links, attachments, translations and
 * search words, replacing what stood before. The caller holds the cooperation's revision row. `first` goes ahead with it;
 * its answers are answered.
 */
export async function save(work: Work, first: readonly Statement[] = []): Promise<object[][]> {
  const { handle, context: { cooperation: { id: coop } } } = work;
  const ahead = [...first, ...itemStatements(work)];
  if (work.touched.size === 0) return together(handle, ahead);
  const picture = await pictureOf(work);
  const { records, drawn, older, stored, remade } = picture;
  const [sources, others] = [drawn.filter(isTranslation), drawn.filter((each) => !isTranslation(each))];
  const away = ahead.length;
  ahead.push(
    ...replaced(coop, picture),
    ...around(work, records, remade),
    // Translations first: the records they translate carry them.
    ...written(work, sources, new Map(), stored),
    ...tallying(coop, moves(work, drawn, stored)),
  );
  const answers = sources.length > 0 || [...stored.values()].some(({ kind }) => kind === TRANSLATION) ? await together(handle, ahead) : null;
  const rest = written(work, others, await textsOf(work, others), stored);
  const all = answers ? [...answers, ...await together(handle, rest)] : await together(handle, [...ahead, ...rest]);
  const targets = new Set((older.length > 0 ? all[away] as { target: string }[] : []).map(({ target }) => target));
  for (const { derived } of sources) for (const link of derived.links) if (link.rel === 'translates') targets.add(link.to);
  for (const { record } of drawn) targets.delete(record);
  await retranslate(work, [...targets]);
  await saveMarks(work);
  return all.slice(0, first.length);
}

/**
 * The same as statements, for whoever looks at none of their answers: everything that has to be asked is asked before. Null where
 * translations or persons are touched, or what was said earlier is judged otherwise now: that is saved step by step.
 */
export async function saving(work: Work): Promise<Statement[] | null> {
  return isSimple(work) ? savingJudged(work) : null;
}

/** The same however it is judged: null only where translations or persons are touched. */
export async function savingJudged(work: Work): Promise<Statement[] | null> {
  const coop = work.context.cooperation.id;
  if (work.touched.size === 0) return [];
  if (![...work.touched].every((record) => isAlone(work.life(record)))) return null;
  const picture = await pictureOf(work);
  const { records, drawn, stored, remade } = picture;
  if ([...stored.values()].some(({ kind }) => kind === TRANSLATION)) return null;
  return [
    ...itemStatements(work), ...replaced(coop, picture), ...around(work, records, remade),
    ...written(work, drawn, await textsOf(work, drawn), stored), ...tallying(coop, moves(work, drawn, stored)),
  ];
}

/** The same of records that begin with it, of which nothing has to be asked; with their words, which nobody makes meanwhile. */
export function beginning(work: Work): Statement[] {
  const coop = work.context.cooperation.id;
  const records = [...work.touched];
  const drawn = records.map((record) => draw(work, record)).filter((each) => each !== null);
  return [
    ...itemStatements(work), ...around(work, records, drawn), ...rowsInto(NEW_RECORD, drawn.map((each) => recordRow(work, each, {}))), ...tallying(coop, moves(work, drawn, new Map())),
    ...wordsOf(coop, drawn.map(({ record, shown, derived }) => ({ id: record, kind: shown.kind, content: derived.content, translations: {} }))),
  ];
}

const isSimple = (work: Work): boolean => [...work.touched].every((record) => {
  // Of what was refused nothing is left to save.
  if (work.facts(record).length === 0) return true;
  const life = work.life(record);
  return life.kind !== null && isAlone(life)
    && [...life.verdicts].every(([fact, verdict]) => (fact.verdict ? isSame(fact.verdict, verdict) : verdict.class === 'admitted'));
});

/** Nothing beside the record is written with it that has to be asked step by step. */
const isAlone = ({ kind, erasures }: Life): boolean => kind?.name !== TRANSLATION && !(kind && hasPersonal(kind)) && erasures.length === 0;

/** The touched records as they stand and as they will. */
interface Picture {
  readonly records: readonly string[];
  readonly drawn: readonly Drawn[];
  /** Those that were there before; others have left no traces. */
  readonly older: readonly string[];
  readonly stored: ReadonlyMap<string, Standing>;
  /** Those whose content becomes another. */
  readonly remade: readonly Drawn[];
  /** Those of which nothing can be shown any more. */
  readonly gone: readonly string[];
}

async function pictureOf(work: Work): Promise<Picture> {
  const records = [...work.touched];
  const drawn = records.map((record) => draw(work, record)).filter((each) => each !== null);
  const older = records.filter((record) => work.facts(record).some((fact) => fact.verdict !== undefined));
  const stored = await standing(work, older, drawn);
  const remade = drawn.filter(({ record, shown, derived }) => stored.get(record)?.version !== shown.version || stored.get(record)?.kv !== derived.kv);
  const shown = new Set(drawn.map(({ record }) => record));
  return { records, drawn, older, stored, remade, gone: older.filter((record) => !shown.has(record)) };
}

const textsOf = (work: Work, drawn: readonly Drawn[]): Promise<Map<string, Translations>> =>
  translationsOf(work, new Map(drawn.filter(({ record }) => !work.isBegun(record)).map(({ record, shown }) => [record, shown.version])));

/** What is about to be written anew goes first, where anything was there. */
const replaced = (coop: string, { older, gone, remade }: Picture): Statement[] => (older.length > 0 ? [takeAway(coop, older, gone, remade), ...wordsDue(coop, gone)] : []);

/** What stands beside the records: links of those whose content is another, candidates and attachments of all. */
function around(work: Work, records: readonly string[], remade: readonly Drawn[]): Statement[] {
  const coop = work.context.cooperation.id;
  return [
    ...rowsInto(INSERT_LINK, remade.flatMap(({ record, derived }) => derived.links.map((link) => ({ coop, record, rel: link.rel, target: link.to })))),
    ...rowsInto(INSERT_CANDIDATE, records.flatMap((record) => candidateRows(coop, record, work.life(record)))),
    ...rowsInto(INSERT_ATTACHMENT, records.flatMap((record) => attachmentRows(work, record, work.life(record)))),
  ];
}

const isTranslation = ({ shown }: Drawn): boolean => shown.kind.name === TRANSLATION;

function draw(work: Work, record: string): Drawn | null {
  const shown = shownOf(work.life(record), work.view);
  const content = shown && work.content(shown.hash);
  return shown && content ? { record, shown, derived: derive(shown.kind, shown.kv, content) } : null;
}

async function standing(work: Work, records: readonly string[], drawn: readonly Drawn[]): Promise<Map<string, Standing>> {
  if (records.length === 0) return new Map();
  const rows = await run<Standing>(work.handle, STANDING, [work.context.cooperation.id, records, drawn.map(({ record }) => record), drawn.map(({ shown }) => shown.version), drawn.map(({ derived }) => derived.kv)]);
  return new Map(rows.map((row) => [row.id, row]));
}

const STANDING = `select r.id::text as id, r.kind, r.version, r.kv, r.translations, r.audience, r.party, r.standing, r.date, r.waits_for as "waitsFor",
    case when x.version = r.version and x.kv = r.kv then null else r.content end as content
  from record r left join unnest($3::text[], $4::text[], $5::int4[]) as x(id, version, kv) on x.id::uuid = r.id where r.coop = $1 and r.id = any($2::uuid[])`;

/** What the tallies lose and gain. */
function moves(work: Work, drawn: readonly Drawn[], stored: ReadonlyMap<string, Standing>): Cells {
  const cells = new Cells();
  const now = new Map(drawn.map((each) => [each.record, each]));
  for (const before of stored.values()) {
    const kind = work.context.kinds.get(before.kind);
    const content = before.content ?? now.get(before.id)?.derived.content;
    if (kind && content) cells.add({ ...before, kind, content }, -1);
  }
  for (const { shown: { kind, audience, standing, party, waitsFor }, derived: { date, content } } of drawn) cells.add({ kind, audience, standing, party, date, waitsFor, content }, 1);
  return cells;
}

/** Removes what is about to be written anew; answers the records that lose a translation by it. */
function takeAway(coop: string, older: readonly string[], gone: readonly string[], remade: readonly Drawn[]): Statement {
  const before = new Set(older);
  return { text: TAKE_AWAY, values: [coop, older, gone, [...gone, ...remade.map(({ record }) => record).filter((record) => before.has(record))]] };
}

const TAKE_AWAY = `with links as (delete from link where coop = $1 and record = any($4::uuid[]) returning rel, target),
  candidates as (delete from candidate where coop = $1 and record = any($2::uuid[])),
  attachments as (delete from attachment where coop = $1 and record = any($2::uuid[])),
  records as (delete from record where coop = $1 and id = any($3::uuid[]))
  select distinct target::text as target from links where rel = 'translates'`;

/** A record whose texts are as they were only moves on: its title, sort keys and search words stay. */
function written(work: Work, drawn: readonly Drawn[], translations: ReadonlyMap<string, Translations>, stored: ReadonlyMap<string, Standing>): Statement[] {
  const coop = work.context.cooperation.id;
  const textIn = ({ record }: Drawn) => translations.get(record) ?? {};
  const stays = ({ record, shown, derived }: Drawn): boolean => {
    const before = stored.get(record);
    return before?.version === shown.version && before.kv === derived.kv && canonicalize(before.translations) === canonicalize(textIn({ record, shown, derived }));
  };
  const [moved, remade] = [drawn.filter(stays), drawn.filter((each) => !stays(each))];
  const rows = (of: readonly Drawn[]) => of.map((each) => recordRow(work, each, textIn(each)));
  return [
    ...rowsInto(MOVE_RECORD, moved.map(({ record, shown }) => ({
      _coop: coop, _id: record, _party: shown.party, _standing: shown.standing, _ordinal: shown.ordinal, _at: shown.at, _waits_for: shown.waitsFor, _open_since: shown.openSince,
    }))),
    ...rowsInto(UPSERT_RECORD, rows(remade.filter(({ record }) => stored.has(record)))),
    ...rowsInto(NEW_RECORD, rows(remade.filter(({ record }) => !stored.has(record)))),
    ...newWordsDue(coop, remade.map(({ record }) => record).filter((record) => work.isBegun(record))),
    ...wordsDue(coop, remade.map(({ record }) => record).filter((record) => !work.isBegun(record))),
  ];
}
