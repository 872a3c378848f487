import type { Audience } from '../act.ts';
import type { Cooperation } from '../contract.ts';

/**
 * Origin line of a journal (protocol.md section 1). Demonstration cooperations say so inside it, so that no ordinary
 * configuration takes their acts for real ones.
 */
export function originOf(cooperation: Pick<Cooperation, 'id' | 'demo'>, party: string, audience: Audience): string {
  return `entente/${cooperation.demo ? 'demo/' : ''}${cooperation.id}/${party}/${audience}`;
}
