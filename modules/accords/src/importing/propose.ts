/** From the bench to one act: the instrument and its commitments. */
import type { Content, Intent, Problem, Result } from '@entente/kernel';
import { readDate } from '@entente/text';
import type { commitment, instrument } from '../kinds/index.ts';
import { authentic, leaves, type Bench, type BenchItem } from './workbench.ts';

export interface ProposeOptions {
  readonly coop: string;
  /** Parties of the cooperation. */
  readonly parties: readonly string[];
  readonly naturalId: (coop: string, kind: string, key: string) => string;
  /** Signed scans, kept as files. */
  readonly scans?: Content<typeof instrument>['scans'];
  readonly agree: boolean;
}

export interface Proposal {
  readonly instrument: string;
  readonly commitments: number;
  readonly intents: readonly Intent[];
}

/**
 * The instrument with its commitments as intents of one act. Ids come from what the text is (type, date, title), so that two
 * sides bringing in the same text meet in one record. Everything missing is named at once, by its field on the bench.
 */
export function proposal(bench: Bench, options: ProposeOptions): Result<Proposal> {
  const problems = faults(bench);
  if (problems.length > 0) return { ok: false, problems };
  const id = options.naturalId(options.coop, 'instrument', [bench.type, bench.signedOn, bench.title.toLowerCase()].join('|'));
  const kept = bench.items.filter((item) => !item.dropped);
  const content: Content<typeof instrument> = {
    title: authentic(bench, bench.title), type: bench.type, level: bench.level, basis: bench.basis, authenticLanguages: [bench.lang], parties: [...options.parties],
    items: kept.map((item) => ({ number: item.number, text: authentic(bench, item.text.trim()), ...(item.parent === undefined ? {} : { parent: item.parent }) })),
    ...(bench.signedOn === '' ? {} : { signedOn: bench.signedOn }), ...(bench.place === '' ? {} : { place: bench.place }),
    ...(bench.period ? { period: bench.period } : {}), ...(bench.meeting === '' ? {} : { meeting: bench.meeting }),
    ...(options.scans && options.scans.length > 0 ? { scans: options.scans } : {}),
  };
  const promises = leaves(bench).map((item): Intent => {
    const { number, part } = placeOf(item);
    return {
      verb: 'propose', kind: 'commitment', record: options.naturalId(options.coop, 'commitment', [id, item.number].join('|')), as: 'transcription', agree: options.agree,
      content: commitmentOf(bench, item, id, number, part),
    };
  });
  const whole: Intent = { verb: 'propose', kind: 'instrument', record: id, content, as: 'transcription', agree: options.agree };
  return { ok: true, value: { instrument: id, commitments: promises.length, intents: [whole, ...promises] } };
}

function commitmentOf(bench: Bench, item: BenchItem, instrumentId: string, number: string, part: string | undefined): Content<typeof commitment> {
  return {
    text: authentic(bench, item.text.trim()), basis: bench.basis, instrument: instrumentId, item: number, ...(part === undefined ? {} : { part }), type: item.type,
    themes: [...item.themes], ...(item.offices.length > 0 ? { responsible: [...item.offices] } : {}), ...(bench.meeting === '' ? {} : { meeting: bench.meeting }),
    ...(bench.signedOn === '' ? {} : { undertakenOn: bench.signedOn }), ...(bench.period ? { period: bench.period } : {}),
    ...(item.due === undefined ? {} : { due: item.due }), ...(item.amounts.length > 0 ? { amounts: item.amounts.map((money) => ({ money: { ...money } })) } : {}),
  };
}

/** `5.a` under `5` is item 5, part a. */
function placeOf(item: BenchItem): { number: string; part?: string } {
  if (item.parent === undefined) return { number: item.number };
  return { number: item.parent, part: item.number.startsWith(item.parent) ? item.number.slice(item.parent.length).replace(/^[.\s]+/u, '') || item.number : item.number };
}

function faults(bench: Bench): Problem[] {
  const at = (field: string, id: string): Problem => ({ id: `accords.${id}`, path: [field] });
  const above = (item: BenchItem, index: number): boolean => bench.items.some((other, place) => place < index && !other.dropped && other.number === item.parent);
  const twice = (item: BenchItem, index: number): boolean => bench.items.some((other, place) => place < index && !other.dropped && other.number === item.number);
  return [
    ...(bench.title.trim() === '' ? [at('title', 'import-no-title')] : []),
    ...(bench.signedOn !== '' && !readDate(bench.signedOn, bench.lang).ok ? [at('signedOn', 'import-date')] : []),
    ...(leaves(bench).length === 0 ? [at('text', 'import-no-items')] : []),
    ...bench.items.flatMap((item, index): Problem[] => (item.dropped ? [] : [
      ...(item.text.trim() === '' ? [at(`items.${index}.text`, 'import-item-empty')] : []),
      ...(item.number.trim() === '' ? [at(`items.${index}.number`, 'import-item-number')] : []),
      ...(twice(item, index) ? [at(`items.${index}.number`, 'import-number-twice')] : []),
      ...(item.parent !== undefined && !above(item, index) ? [{ ...at(`items.${index}.parent`, 'import-item-parent'), params: { parent: item.parent } }] : []),
      ...(leaves(bench).includes(item) && item.themes.length === 0 ? [at(`items.${index}.themes`, 'import-no-theme')] : []),
    ])),
  ];
}
