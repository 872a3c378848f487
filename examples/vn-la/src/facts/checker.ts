import type { CodeList, Problem } from '@entente/kernel';
import type { Path } from './document.ts';
import { at, type Contents, type Documents, type FileName } from './files.ts';

/** Ids by what they name. */
export type Names = Readonly<Record<'party' | 'theme' | 'source' | 'office' | 'body' | 'person' | 'meeting' | 'instrument' | 'commitment' | 'indicator' | 'period' | 'activity' | 'plan' | 'transaction', ReadonlySet<string>>>;
export type Wanted = keyof Names;
type Value = string | undefined;

export function namesOf(contents: Contents): Names {
  const ids = (entries: readonly { readonly id: string }[]) => new Set(entries.map((entry) => entry.id));
  const { parties, themes } = contents.cooperation;
  return {
    party: ids(parties), theme: ids(themes), source: ids(contents.sources.sources), office: ids(contents.offices.offices), body: ids(contents.offices.bodies),
    person: ids(contents.people.people), meeting: ids(contents.meetings.meetings), instrument: ids(contents.instruments.instruments),
    commitment: ids(contents.commitments.commitments), indicator: ids(contents.exercise.indicators), period: ids(contents.exercise.periods),
    activity: ids([...contents.activities.activities, ...contents.grants.grants.filter((one) => one.own !== undefined), ...contents.workPlan.activities]),
    plan: ids(contents.workPlan.plans), transaction: ids(contents.workPlan.transactions),
  };
}

/** Looks names and codes up, and says with file and line what it does not find. */
export class Checker {
  readonly #names: Names;
  readonly #faulty: ReadonlySet<string>;
  readonly #documents: Documents;
  readonly #problems: Problem[];
  constructor(names: Names, faulty: ReadonlySet<string>, documents: Documents, problems: Problem[]) {
    this.#names = names;
    this.#faulty = faulty;
    this.#documents = documents;
    this.#problems = problems;
  }

  say(file: FileName, path: Path, id: string, params: Problem['params'] = {}): void {
    const document = this.#documents.get(file);
    if (document) this.#problems.push(at(document, path, id, params));
  }

  /** `value` must name one of these things. */
  ref(file: FileName, path: Path, value: Value, ...wanted: Wanted[]): void {
    if (value === undefined || this.#faulty.has(value) || wanted.some((kind) => this.#names[kind].has(value))) return;
    this.say(file, path, wanted[0] === 'theme' ? 'facts.unknown-theme' : 'facts.dangling', { value, wanted: wanted.join(', ') });
  }

  refs(file: FileName, path: Path, values: readonly string[] | undefined, ...wanted: Wanted[]): void {
    for (const [place, value] of (values ?? []).entries()) this.ref(file, [...path, place], value, ...wanted);
  }

  code(file: FileName, path: Path, value: Value, list: CodeList): void {
    if (value !== undefined && !Object.hasOwn(list.values, value)) this.say(file, path, 'facts.unknown-code', { value, list: list.name });
  }

  once(file: FileName, list: string, entries: readonly { readonly id: string }[]): void {
    const seen = new Set<string>();
    for (const [place, { id }] of entries.entries()) {
      if (seen.has(id)) this.say(file, [list, place, 'id'], 'facts.twice', { value: id });
      seen.add(id);
    }
  }
}
