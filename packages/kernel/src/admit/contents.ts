import { readCanonical } from '@entente/verify';
import type { Plain } from '../commit/content.ts';
import { isVerb, type ItemFact } from '../project/facts.ts';
import { NEW_CONTENT, type Work } from '../project/index.ts';
import { isObject } from '../project/walk.ts';
import { insertMany } from '../store/bulk.ts';
import { run } from '../store/index.ts';

/** Longest content that travels as a blob and is read as one. */
export const MOST_BYTES = 16 * 1024 * 1024;

/** Keeps the contents that came with items, and those that wait as blobs under the hash an item names. */
export async function takeContents(work: Work, contents: ReadonlyMap<string, Plain>, facts: readonly ItemFact[]): Promise<void> {
  const coop = work.context.cooperation.id;
  const apart = facts.filter((fact) => isVerb(fact, 'put') || isVerb(fact, 'propose')).map((fact) => ('hash' in fact.item ? fact.item.hash : '')).filter((hash) => !contents.has(hash));
  await work.loadContents([...apart, ...contents.keys()]);
  const fresh = new Map([...contents].filter(([hash]) => work.content(hash) === undefined));
  for (const [hash, content] of await contentsFromBlobs(work, apart.filter((each) => work.content(each) === undefined))) fresh.set(hash, content);
  for (const [hash, content] of fresh) work.addContent(hash, content);
  await insertMany(work.handle, NEW_CONTENT, [...fresh].map(([hash, body]) => ({ coop, hash, body })));
}

/** Contents that travelled as blobs: their digest is the content's hash, since both are of the canonical bytes. */
export async function contentsFromBlobs(work: Work, hashes: readonly string[]): Promise<Map<string, Plain>> {
  const found = new Map<string, Plain>();
  for (const hash of new Set(hashes)) {
    const parts = await run<{ bytes: Uint8Array }>(work.handle, 'select p.bytes from blob b join blob_part p using (sha256) where sha256 = $1 and b.size <= $2 order by p.n', [hash, MOST_BYTES]);
    const content = parts.length === 0 ? null : contentIn(Buffer.concat(parts.map((part) => part.bytes)));
    if (content) found.set(hash, content);
  }
  return found;
}

export function contentIn(bytes: Uint8Array): Plain | null {
  const reading = readCanonical(bytes, { maxBytes: MOST_BYTES });
  return reading.ok && isObject(reading.value) ? reading.value : null;
}
