import { canonicalBytes, journalName, parseCheckpoint, parseNote, readCanonical } from '@entente/verify';
import type { Audience } from '@entente/kernel';

/** The newest signed note of one journal, as a node shows it. What it says counts only once the kernel has checked it. */
export interface Head {
  readonly party: string;
  readonly audience: Exclude<Audience, 'home'>;
  readonly size: number;
  readonly note: string;
}

/** Largest answer, and most notes in it: far beyond what the journals of one cooperation need. */
export const MAX_HEADS_BYTES = 512 * 1024;
const MAX_NOTES = 256;

/** `{"notes":[...],"v":1}` as canonical JSON: each note names its journal in its first line. */
export const formatHeads = (notes: readonly string[]): Uint8Array => canonicalBytes({ v: 1, notes });

/** Reads what a node says of its journals; null for nonsense. Notes of other cooperations or of unknown form are passed over. */
export function parseHeads(bytes: Uint8Array, cooperation: { readonly id: string; readonly demo: boolean }): Head[] | null {
  const reading = readCanonical(bytes, { maxBytes: MAX_HEADS_BYTES, maxDepth: 4 });
  const value: unknown = reading.ok ? reading.value : null;
  if (typeof value !== 'object' || value === null || !('v' in value) || value.v !== 1 || !('notes' in value) || !Array.isArray(value.notes) || value.notes.length > MAX_NOTES) return null;
  const heads = new Map<string, Head>();
  for (const note of value.notes as unknown[]) {
    const head = typeof note === 'string' ? headOf(note, cooperation) : null;
    if (head && !heads.has(`${head.party}/${head.audience}`)) heads.set(`${head.party}/${head.audience}`, head);
  }
  return [...heads.values()];
}

/** Which journal a signed note speaks of, and of how many leaves; null for a note of another cooperation or form. */
export function headOf(text: string, cooperation: { readonly id: string; readonly demo: boolean }): Head | null {
  const note = parseNote(text);
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  const name = checkpoint.ok ? journalName(checkpoint.value.origin) : null;
  if (!checkpoint.ok || name?.cooperation !== cooperation.id || name.isDemo !== cooperation.demo) return null;
  const { party, audience } = name;
  return audience === 'joint' || audience === 'public' ? { party, audience, size: checkpoint.value.size, note: text } : null;
}
