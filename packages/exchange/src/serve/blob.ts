import type { Kernel } from '@entente/kernel';
import { FOR_EVER, text } from './answer.ts';

export type BlobSource = { readonly blobs: Pick<Kernel['blobs'], 'entitled' | 'size' | 'piece'> };

/** A blob, or its rest from where an earlier fetch was cut off. Read and sent piece by piece. */
export async function serveBlob({ blobs }: BlobSource, coop: string, sha256: string, range: string | null, audience?: 'public'): Promise<Response> {
  if (!/^[0-9a-f]{64}$/u.test(sha256) || !(await blobs.entitled(coop, sha256, audience))) return text(404, 'no such blob');
  const size = await blobs.size(sha256);
  if (size === null) return text(404, 'no such blob');
  const from = Number(/^bytes=(?<from>[0-9]{1,12})-$/u.exec(range ?? '')?.groups?.['from'] ?? 0);
  if (from > 0 && from >= size) return text(416, 'past the end', { 'content-range': `bytes */${size}` });
  const headers = { 'content-type': 'application/octet-stream', 'accept-ranges': 'bytes', 'cache-control': FOR_EVER, 'content-length': String(size - from) };
  const body = from === size ? null : bodyFrom(blobs, sha256, from, size);
  return new Response(body, from === 0 ? { headers } : { status: 206, headers: { ...headers, 'content-range': `bytes ${from}-${size - 1}/${size}` } });
}

function bodyFrom(blobs: BlobSource['blobs'], sha256: string, from: number, size: number): ReadableStream<Uint8Array> {
  let at = from;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = at < size ? await blobs.piece(sha256, at) : new Uint8Array();
      at += piece.length;
      if (piece.length > 0) controller.enqueue(piece);
      if (at >= size) controller.close();
      else if (piece.length === 0) controller.error(new Error(`blob ${sha256} ends early`));
    },
  });
}
