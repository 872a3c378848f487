/** Changes as one tells them: what a party did to records of one kind in one act is one thing to say. */
import type { HistoryEntry } from '@entente/kernel';
import { recordOf, type Step, stepsOf } from '../records/steps.ts';

export interface Told {
  readonly key: string;
  readonly kind: string;
  /** The first of its steps: who, when, what, and the note. */
  readonly first: Step;
  readonly steps: readonly Step[];
}

/** Kinds of which nobody wants to read each: told by their number, and joined over neighbouring acts of a day. */
export const QUIET: ReadonlySet<string> = new Set(['translation']);

/** What is said of these entries, in their order (newest first). */
export function toldOf(entries: readonly HistoryEntry[], kindOf: (record: string) => string, dayOf: (instant: string) => string): readonly Told[] {
  const told: Told[] = [];
  for (const steps of Map.groupBy(stepsOf(entries), (step) => step.entry.act).values()) {
    for (const [key, of] of Map.groupBy(steps, (step) => `${step.verb} ${kindIn(step, kindOf)}`)) {
      const [first] = of;
      if (!first) continue;
      const kind = kindIn(first, kindOf);
      const last = told.at(-1);
      if (last && isContinued(last, first, kind, dayOf)) told[told.length - 1] = { ...last, steps: [...last.steps, ...of] };
      else told.push({ key: `${first.entry.act} ${key}`, kind, first, steps: of });
    }
  }
  return told;
}

const kindIn = ({ entry }: Step, kindOf: (record: string) => string): string => ('kind' in entry.item ? entry.item.kind : kindOf(recordOf(entry) ?? ''));

function isContinued(last: Told, step: Step, kind: string, dayOf: (instant: string) => string): boolean {
  return QUIET.has(kind) && last.kind === kind && last.first.verb === step.verb && last.first.entry.party === step.entry.party
    && dayOf(last.first.entry.admitted) === dayOf(step.entry.admitted);
}
