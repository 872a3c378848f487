import { save, Work } from '../project/index.ts';

const AT_ONCE = 1_000;

/** Judges these records anew from their stored items and writes what they look like. */
export async function rederive(work: Work, records: readonly string[]): Promise<void> {
  for (let at = 0; at < records.length; at += AT_ONCE) {
    // Each part forgets the one before, so that memory stays flat.
    const part = new Work(work.context, work.handle, work.sizes);
    const ids = records.slice(at, at + AT_ONCE);
    await part.load(ids);
    for (const id of ids) part.touch(id);
    await save(part);
  }
}
