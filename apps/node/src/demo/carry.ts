import type { Kernel } from '@entente/kernel';

/**
 * Carries what one kernel has signed to another, by the same door as the network's: leaves with the checkpoint that covers
 * them. For preparing a demonstration and for tests; between nodes the exchange does it.
 */
export async function carry(from: Kernel, to: Kernel, coop: string): Promise<void> {
  const [signed, held] = await Promise.all([from.journal(coop, from.party, 'joint'), to.journal(coop, from.party, 'joint')]);
  if (signed.checkpoint === null || signed.size === held.size) return;
  const leaves = await from.leaves(coop, from.party, 'joint', held.size, signed.size - held.size);
  const admitted = await to.admit({ coop, party: from.party, audience: 'joint' }, held.size, leaves, signed.checkpoint);
  if (!admitted.ok) throw new Error(`${to.party} refused what ${from.party} signed: ${JSON.stringify(admitted.problems)}`);
  for (const { sha256, party } of await to.blobs.missing(coop, 1_000)) {
    const blob = party === from.party ? await from.blobs.get(sha256) : null;
    if (blob) await to.blobs.put(blob.bytes, blob.type);
  }
}

/** Carries in every direction until nobody lacks anything of the others. */
export async function carryAll(kernels: readonly Kernel[], coop: string): Promise<void> {
  for (const from of kernels) for (const to of kernels) if (from !== to) await carry(from, to, coop);
}
