/**
 * The frames of an export file (docs/decisions/0012, 0025): after gzip, each frame is a type byte, a big-endian 32-bit length and
 * that many bytes. Read as a stream: no more than one frame is ever in memory, and a frame has to say something new.
 */
export type FrameType = 'K' | 'M' | 'C' | 'E' | 'P' | 'N' | 'B' | 'D' | 'V' | 'Z';
export interface Frame { readonly type: FrameType; readonly bytes: Uint8Array }

/** Most bytes of each type: keys, manifest, checkpoint, entries, proof, note, blob, its data, values, end. */
const MOST: Readonly<Record<FrameType, number>> = {
  K: 64 * 1024, M: 64 * 1024, C: 64 * 1024, E: 24 * 1024 * 1024, P: 64 * 32, N: 64 * 1024, B: 40, D: 1024 * 1024, V: 1024 * 1024 + 48, Z: 64 * 1024,
};
const HEAD = 5;

/** Why a file cannot be read on; what was taken before stays. */
export class FileFault extends Error {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(id: string, params: Readonly<Record<string, string | number>> = {}) {
    super(`${id} ${JSON.stringify(params)}`);
    this.name = 'FileFault';
    [this.id, this.params] = [id, params];
  }
}

export function frame(type: FrameType, bytes: Uint8Array): Buffer {
  if (bytes.length > MOST[type]) throw new RangeError(`a frame ${type} of ${bytes.length} bytes`);
  return Buffer.concat([frameHead(type, bytes.length), bytes]);
}

/** What stands before so many bytes of a frame. */
export function frameHead(type: FrameType, length: number): Buffer {
  const head = Buffer.alloc(HEAD);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(length, 1);
  return head;
}

/** Cuts a stream into frames. Throws FileFault: `file.damaged`, `file.cut` when it ends inside a frame. */
export async function* framesOf(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let waiting: Uint8Array[] = [];
  let [size, need] = [0, HEAD];
  let head: { readonly type: FrameType; readonly length: number } | null = null;
  for await (const part of parts) {
    waiting.push(part);
    size += part.length;
    while (size >= need) {
      const all = Buffer.concat(waiting);
      const taken = all.subarray(0, need);
      waiting = [all.subarray(need)];
      size = all.length - need;
      if (head) {
        yield { type: head.type, bytes: taken };
        [head, need] = [null, HEAD];
      } else {
        head = readHead(taken);
        need = head.length;
      }
    }
  }
  if (head || size > 0) throw new FileFault('file.cut');
}

function readHead(bytes: Buffer): { readonly type: FrameType; readonly length: number } {
  const type = bytes.toString('latin1', 0, 1);
  const length = bytes.readUInt32BE(1);
  if (!Object.hasOwn(MOST, type) || length > MOST[type as FrameType]) throw new FileFault('file.damaged', { frame: printable(type), length });
  return { type: type as FrameType, length };
}

const printable = (type: string): string => (/^[!-~]$/u.test(type) ? type : '?');
