/** Files made row by row: held where they are short, on the disk where they are long. */
import { spooled } from '../door/spool.ts';
import type { FileParts } from '../routes/file-parts.ts';

/** From so many rows on a file lies on the disk. */
export const LONG = 5_000;

export const bytesOf = async (rows: number, pieces: AsyncIterable<Uint8Array>): Promise<FileParts['bytes']> => (rows < LONG ? Buffer.concat(await Array.fromAsync(pieces)) : spooled(pieces));

/** What was read already, and then the rest. */
export async function* joined<Batch>(first: Batch, rest: AsyncIterable<Batch>): AsyncGenerator<Batch> {
  yield first;
  yield* rest;
}
