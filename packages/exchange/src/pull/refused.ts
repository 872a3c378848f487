import type { Problem, Result } from '@entente/kernel';
import { PeerFault } from '../client/index.ts';

/** What the kernel would not take, as a fault: a journal that breaks a proof, or a trouble of our own (a full disk), each by its id. */
export function taken<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw faultOf(result.problems);
}

export function faultOf(problems: readonly Problem[]): PeerFault {
  const detail = problems.map((each) => `${each.id}${each.params ? ` ${JSON.stringify(each.params)}` : ''}`).join('; ');
  return new PeerFault(problems[0]?.id ?? 'peer.refused', detail);
}
