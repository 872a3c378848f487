import { candidateName } from './ballot.ts';
import type { Tally } from './tally.ts';

/**
 * The round and name under which content is proposed now: round 0 where nobody declined it, so that equal proposals meet,
 * else the first round that nobody declined. Two parties that propose it again independently meet there too.
 */
export function nextRound(tally: Tally, { record, on, content }: { readonly record: string; readonly on: string | null; /** Content hash. */ readonly content: string }): { readonly round: number; readonly h: string } {
  for (let round = 0; ; round += 1) {
    const h = candidateName({ record, on, content, round });
    if (!tally.candidates.some((candidate) => candidate.h === h && candidate.rejects.length > 0)) return { round, h };
  }
}
