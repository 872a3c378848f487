import { Inflate } from 'fflate';

/** A file in a ZIP archive. */
export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  /** Compressed bytes. */
  readonly data: Uint8Array;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 5_000;

/** The entries of an archive by its central directory (APPNOTE 4.3); undefined when it is cut off or broken. */
export function entriesOf(bytes: Uint8Array): Map<string, Entry> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries = new Map<string, Entry>();
  if (count > MOST_ENTRIES) return undefined;
  for (let nth = 0; nth < count; nth += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return undefined;
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const data = dataOf(bytes, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true));
    if (!data) return undefined;
    if (!entries.has(name)) entries.set(name, { name, method: view.getUint16(at + 10, true), encrypted: (view.getUint16(at + 8, true) & 1) === 1, data });
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}

/** The end record lies in the last 64 KiB, before the archive's comment. */
function endRecord(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

function dataOf(bytes: Uint8Array, view: DataView, local: number, size: number): Uint8Array | undefined {
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) return undefined;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return start + size <= bytes.length ? bytes.subarray(start, start + size) : undefined;
}

/** Small, so that one step of a bomb that grows a thousandfold stays small too. */
const STEP = 4 * 1024;

/** Inflates an entry, and stops as soon as more than `most` bytes have come out, whatever the archive claims. */
export function contentOf(entry: Entry, most: number): Uint8Array | 'too-large' | 'damaged' {
  if (entry.method === 0) return entry.data.length > most ? 'too-large' : entry.data;
  if (entry.method !== 8) return 'damaged';
  const chunks: Uint8Array[] = [];
  let size = 0;
  let whole = false;
  const inflate = new Inflate((chunk, final) => {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    whole ||= final;
  });
  try {
    for (let at = 0; at < entry.data.length; at += STEP) {
      inflate.push(entry.data.subarray(at, at + STEP), at + STEP >= entry.data.length);
      if (size > most) return 'too-large';
    }
  } catch {
    return 'damaged';
  }
  return whole ? together(chunks, size) : 'damaged';
}

function together(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
