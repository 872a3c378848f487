/** The files that a copied public journal names, beside it under `blob/`. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseEntries, tilePath, TILE_WIDTH } from '@entente/verify';
import { writeWhole, type JournalFiles } from './copy.ts';
import { collectDigests } from './named.ts';

export interface CopiedFiles { readonly named: number; readonly written: number; /** Named, and not to be had with these bytes. */ readonly missing: readonly string[] }

/** Brings the files that the entries of a copied journal name. What is there already is not fetched again. */
export async function copyFiles(copied: JournalFiles, size: number, source: JournalFiles, folder: string): Promise<CopiedFiles> {
  const named = new Set<string>();
  for (let index = 0; index * TILE_WIDTH < size; index += 1) {
    const width = Math.min(TILE_WIDTH, size - index * TILE_WIDTH);
    const entries = parseEntries((await copied(tilePath({ level: 'entries', index, width }))) ?? new Uint8Array(), width);
    if (!entries.ok) throw new Error(`the copy has no entries from ${index * TILE_WIDTH} on`);
    for (const entry of entries.value) collectDigests(entry, named, true);
  }
  const missing: string[] = [];
  let written = 0;
  for (const sha256 of named) {
    const file = join(folder, 'blob', sha256);
    if (existsSync(file)) continue;
    const bytes = await source(`blob/${sha256}`);
    if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256) {
      missing.push(sha256);
      continue;
    }
    await writeWhole(file, bytes);
    written += 1;
  }
  return { named: named.size, written, missing };
}
