/** A journal as static files: checkpoint, hash tiles and entry bundles (C2SP tlog-tiles). */
import { parseTilePath, TILE_WIDTH } from '@entente/verify';
import type { JournalPlace, Kernel } from '@entente/kernel';
import { bytes, FOR_EVER, text } from './answer.ts';

export type JournalSource = Pick<Kernel, 'journal' | 'entries' | 'tile' | 'checkpoint'>;

/** Answers a path below a journal's folder; null where there is no such file. */
export async function journalFile(kernel: JournalSource, { coop, party, audience }: JournalPlace, path: string): Promise<{ readonly bytes: Uint8Array; readonly final: boolean } | null> {
  if (path === 'checkpoint' || path === 'cosigned') {
    const note = path === 'checkpoint' ? (await kernel.journal(coop, party, audience)).checkpoint : await newestCosigned(kernel, { coop, party, audience });
    return note === null ? null : { bytes: new TextEncoder().encode(note), final: false };
  }
  const tile = parseTilePath(path);
  if (!tile) return null;
  const { level, index, width } = tile;
  const final = width === TILE_WIDTH;
  if (level !== 'entries') {
    const hashes = await kernel.tile(coop, party, audience, { level, index, width });
    return hashes && { bytes: hashes, final };
  }
  if (index > LAST_TILE) return null;
  const entries = await kernel.entries(coop, party, audience, index * TILE_WIDTH, width);
  return entries && { bytes: entries, final };
}

/** Indexes of leaves are 32-bit numbers here. */
const LAST_TILE = 2 ** 31 / TILE_WIDTH - 1;

/** The newest checkpoint that anybody beside the party itself has cosigned. */
async function newestCosigned(kernel: JournalSource, { coop, party, audience }: JournalPlace): Promise<string | null> {
  const kept = await kernel.checkpoint(coop, party, audience, { cosigned: true });
  return kept?.note ?? null;
}

export async function serveJournal(kernel: JournalSource, place: JournalPlace, path: string): Promise<Response> {
  const file = await journalFile(kernel, place, path);
  if (!file) return text(404, path === 'checkpoint' ? 'nothing signed yet' : 'no such file');
  if (path === 'checkpoint' || path === 'cosigned') return text(200, new TextDecoder().decode(file.bytes));
  // A tile that is not full is replaced by a wider one; what it holds stays true.
  return bytes(file.bytes, file.final ? FOR_EVER : 'no-store');
}
