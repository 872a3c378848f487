import { formatNote, parseNote, type Note, type NoteSignature } from '@entente/verify';
import type { KeptCheckpoint } from '../contract.ts';
import { run, type Handle, type Statement } from '../store/index.ts';
import type { JournalName } from './name.ts';

/** Keeps a signed note whose root was checked. What was kept of the same size stays, with the new cosignatures added to it. */
export async function keepCheckpoint(handle: Handle, journal: JournalName, kept: Keeping): Promise<string> {
  const { text, values } = checkpointKept(journal, kept);
  const fresh = await run(handle, text, values);
  return fresh.length > 0 ? kept.note : mergeCheckpoint(handle, journal, kept);
}

type Keeping = KeptCheckpoint & { readonly stored: string };

/** Keeps a note unless one of its size is kept: then it answers no row. */
export const checkpointKept = ({ coop, party, audience }: JournalName, { size, root, note, cosigned, stored }: Keeping): Statement => ({
  text: `insert into checkpoint (coop, party, audience, size, root, note, cosigned, stored) values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::timestamptz)
    on conflict do nothing returning 1`,
  values: [coop, party, audience, size, root, note, JSON.stringify(cosigned), stored],
});

/** The cosignatures of a note are added to what is kept of the same size. */
export async function mergeCheckpoint(handle: Handle, { coop, party, audience }: JournalName, { size, note, cosigned }: Keeping): Promise<string> {
  const key = [coop, party, audience, size];
  const [before] = await run<{ note: string }>(handle, 'select note from checkpoint where coop = $1 and party = $2 and audience = $3 and size = $4 for update', key);
  const merged = mergeNotes(before?.note ?? note, note);
  if (merged === null) return before?.note ?? note;
  await run(handle, 'update checkpoint set note = $5, cosigned = cosigned || $6::jsonb where coop = $1 and party = $2 and audience = $3 and size = $4', [...key, merged, JSON.stringify(cosigned)]);
  return merged;
}

/** One note with the signatures of both; a newer one of the same key takes the place of an older. Null when the texts differ. */
function mergeNotes(before: string, after: string): string | null {
  const [a, b] = [parseNote(before), parseNote(after)];
  if (!a.ok || !b.ok || a.value.text !== b.value.text) return null;
  const signatures = new Map<string, NoteSignature>();
  for (const each of [...a.value.signatures, ...b.value.signatures]) signatures.set(`${each.name} ${each.id}`, each);
  return formatNote({ text: a.value.text, signatures: [...signatures.values()] });
}

/** The note with only the signatures that were found to hold: nobody stores lines in our journals by adding them to a note. */
export const bareNote = ({ text, signatures }: Note, verified: readonly { readonly key: { readonly name: string; readonly id: number } }[]): Note =>
  ({ text, signatures: signatures.filter(({ name, id }, at) => signatures.findIndex((other) => other.name === name && other.id === id) === at && verified.some(({ key }) => key.name === name && key.id === id)) });

export interface CheckpointWish {
  /** The smallest kept one of at least this many leaves; the newest when left out. */
  readonly atLeast?: number;
  /** Only one this party has cosigned. */
  readonly cosignedBy?: string;
  /** Only one that anybody has cosigned. */
  readonly cosigned?: boolean;
}

/** A kept note of a journal all of whose leaves are held; null when there is none such. */
export async function checkpointOf(handle: Handle, { coop, party, audience }: JournalName, { atLeast, cosignedBy, cosigned = false }: CheckpointWish = {}): Promise<KeptCheckpoint | null> {
  const [row] = await run<KeptCheckpoint>(handle, `select c.size, c.root, c.note, c.cosigned from checkpoint c join journal j using (coop, party, audience)
    where c.coop = $1 and c.party = $2 and c.audience = $3 and c.size between $4 and j.size and ($5::text is null or jsonb_exists(c.cosigned, $5)) and (not $6::boolean or c.cosigned <> '{}'::jsonb)
    order by c.size ${atLeast === undefined ? 'desc' : 'asc'} limit 1`, [coop, party, audience, atLeast ?? 0, cosignedBy ?? null, cosigned]);
  return row ?? null;
}
