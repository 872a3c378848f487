/** How far this node's own journals have been, kept outside the database: what tells a restored database from one that is whole. */
import { readFileSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface Mark {
  /** Of the database that was there when it was written. */
  readonly instance: string;
  /** Sizes of own journals, by `cooperation/audience`. */
  readonly sizes: Readonly<Record<string, number>>;
}

/** Reads a mark; null when there is none. Throws when the file is there and cannot be understood: nothing may be guessed from it. */
export function readMark(file: string): Mark | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const { v, instance, sizes } = JSON.parse(text) as { v?: unknown; instance?: unknown; sizes?: unknown };
  if (v !== 1 || typeof instance !== 'string' || typeof sizes !== 'object' || sizes === null || !Object.values(sizes).every((size) => Number.isSafeInteger(size))) throw new Error(`${file} is no high-water file`);
  return { instance, sizes: sizes as Mark['sizes'] };
}

/**
 * Writes a mark so that it is there after a loss of power: whole, or the one before it. One writing at a time; who is not alone with
 * the file says a name of its own for what it writes first. Throws when the disk refuses.
 */
export async function writeMark(file: string, { instance, sizes }: Mark, own = 'new'): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${own}`;
  await using written = await open(beside, 'w', 0o600);
  await written.writeFile(`${JSON.stringify({ v: 1, instance, sizes })}\n`);
  await written.sync();
  await rename(beside, file);
  await using folder = await open(dirname(file), 'r');
  await folder.sync();
}
