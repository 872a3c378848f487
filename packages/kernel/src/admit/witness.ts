/** Cosignatures: what this node vouches for, and what others vouch for before it. */
import { cosignNote, formatNote, type OpenCheckpoint, type Signer, type Verified, type VerifierKey } from '@entente/verify';
import { bareNote } from '../journal/checkpoint.ts';
import type { KernelKeys } from '../options.ts';

/** The cosigners this node knows, its own included, by party. */
export interface Witnesses {
  readonly keys: readonly VerifierKey[];
  partyOf(key: VerifierKey): string | undefined;
  readonly own: { readonly party: string; readonly signer: Signer } | null;
}

export function witnessesOf(party: string, { cosigner, cosigners = {} }: Pick<KernelKeys, 'cosigner' | 'cosigners'>): Witnesses {
  const known = new Map(Object.entries(cosigners).flatMap(([id, keys]) => keys.map((key) => [key, id] as const)));
  if (cosigner) known.set(cosigner.key, party);
  return { keys: [...known.keys()], partyOf: (key) => known.get(key), own: cosigner ? { party, signer: cosigner } : null };
}

/** The note with what holds of it, and who cosigned it when. */
export function withoutStrangers({ note, signed, cosigned }: OpenCheckpoint, witnesses: Witnesses): { readonly text: string; readonly cosigned: Readonly<Record<string, number>> } {
  return { text: formatNote(bareNote(note, [...signed, ...cosigned])), cosigned: timesOf(cosigned, witnesses) };
}

/**
 * The note cosigned by this node (C2SP tlog-cosignature). Only for a checkpoint all of whose leaves are stored and hashed
 * here, in the transaction that stores them: a cosignature that was not stored is never handed out.
 */
export async function cosigned(opened: OpenCheckpoint, witnesses: Witnesses, now: Temporal.Instant): Promise<{ readonly text: string; readonly cosigned: Readonly<Record<string, number>> }> {
  const kept = withoutStrangers(opened, witnesses);
  if (!witnesses.own) return kept;
  const at = Math.floor(now.epochMilliseconds / 1_000);
  const text = await cosignNote(bareNote(opened.note, [...opened.signed, ...opened.cosigned]), witnesses.own.signer, at);
  return { text, cosigned: { ...kept.cosigned, [witnesses.own.party]: at } };
}

function timesOf(cosigned: readonly Verified[], witnesses: Witnesses): Record<string, number> {
  const times: Record<string, number> = {};
  for (const { key, at } of cosigned) {
    const party = witnesses.partyOf(key);
    if (party !== undefined && at !== undefined) times[party] = Math.max(times[party] ?? 0, at);
  }
  return times;
}
