/** Fetches the personal values that joint records name and that are not held here, from whoever has them. */
import type { Kernel } from '@entente/kernel';
import { PeerFault, type PeerClient } from '../client/index.ts';
import { MOST_ASKED } from '../personal.ts';

export interface PersonalPull {
  readonly kernel: Pick<Kernel, 'personal'>;
  readonly client: Pick<PeerClient, 'personal'>;
  readonly coop: string;
  readonly stopping?: () => boolean;
}

/** Questions of one look. */
const PAGES = 16;

/**
 * One look. A value that does not fit its commitment is a lie of the peer and is told; one it does not have is asked for
 * again in a later look.
 */
export async function pullPersonal({ kernel, client, coop, stopping }: PersonalPull): Promise<void> {
  let after = '';
  for (let pages = 0; pages < PAGES; pages += 1) {
    if (stopping?.()) return;
    const due = await kernel.personal.missing(coop, MOST_ASKED, after);
    if (due.length === 0) return;
    const wanted = new Set(due.map(({ commitment }) => commitment));
    for (const { commitment, value, key } of await asked(client, coop, [...wanted])) {
      if (!wanted.has(commitment)) throw new PeerFault('peer.nonsense', 'a personal value that nobody asked for');
      const fits = await kernel.personal.take(coop, commitment, { value, key });
      const erased = !fits && !(await kernel.personal.missing(coop, MOST_ASKED, after)).some((each) => each.commitment === commitment);
      if (!fits && !erased) throw new PeerFault('peer.nonsense', `a personal value that is not the one committed to (${commitment})`);
    }
    after = due.at(-1)?.commitment ?? '';
  }
}

/** A node of an older version has no such place: it has nothing to give. */
async function asked(client: PersonalPull['client'], coop: string, commitments: readonly string[]): Promise<Awaited<ReturnType<PeerClient['personal']>>> {
  try {
    return await client.personal(coop, commitments);
  } catch (error) {
    if (error instanceof PeerFault && error.id === 'peer.absent') return [];
    throw error;
  }
}
