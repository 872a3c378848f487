import type { Intent } from '../contract.ts';
import { mayErase } from '../policy/index.ts';
import { problem } from '../problem.ts';
import { marksOf } from '../project/index.ts';
import type { Bench, Plan } from './plan.ts';

/** The person a node acts as by itself, where a rule leaves no choice: it acknowledges what a peer erased. */
export const THE_NODE = 'node';

/** Erasing what a record names of persons: an order, or the acknowledgement of a peer's. */
export function planErase(intent: Extract<Intent, { verb: 'erase' }>, { context, work, options, audience }: Bench): Plan {
  const no = (id: string): Plan => ({ ok: false, problems: [problem(id)] });
  const life = work.life(intent.record);
  if (!life.kind) return no('record.unknown');
  if (life.audience !== audience) return no('intent.audience');
  const marks = marksOf(work, life);
  const ours = new Set(life.erasures.filter(({ party }) => party === context.party).flatMap(({ item }) => item.commitments));
  const wanted = intent.commitments ?? [...marks.keys()].toSorted();
  if (!wanted.every((commitment) => marks.has(commitment))) return no('personal.unknown');
  const commitments = wanted.filter((commitment) => !ours.has(commitment));
  if (commitments.length === 0) return no('personal.none');
  const ordered = new Set(life.erasures.filter(({ party }) => party !== context.party).flatMap(({ item }) => item.commitments));
  if (!commitments.every((commitment) => ordered.has(commitment))) {
    const decision = mayErase(options.by, life.kind, life, { party: context.party, cooperation: context.cooperation });
    if (!decision.allowed) return no(decision.why);
  }
  // Words typed beside it could name the person again: nothing but the commitments enters the act.
  if (options.note !== undefined) return no('erase.note');
  return { ok: true, planned: { record: intent.record, version: life.versions.at(-1)?.version ?? life.candidates.at(-1)?.h ?? '', items: [{ verb: 'erase', record: intent.record, commitments }] } };
}
