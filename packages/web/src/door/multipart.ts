/**
 * multipart/form-data (RFC 7578), read as it comes: a part is kept once, in the pieces it came in, and a body that breaks
 * the format is refused whole. `Request.formData()` holds a body several times over and says nothing useful.
 */
import { type Result, ok, problem, refuse } from '@entente/kernel';
import { Form, type Upload } from '../forms/form.ts';
import { isClean, type Limits } from './body.ts';

const LONGEST_HEADERS = 8 * 1024;

export function boundaryOf(contentType: string): string | null {
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/iu.exec(contentType);
  return found?.[1] ?? found?.[2] ?? null;
}

interface PartHead { readonly name: string; readonly fileName: string | null; readonly type: string }

export async function readMultipart(chunks: AsyncIterable<Uint8Array>, boundary: string, limits: Limits): Promise<Result<Form>> {
  const malformed = () => refuse(problem('upload.malformed'));
  const pieces = cut(chunks, Buffer.from(`\r\n--${boundary}`));
  const entries: (readonly [string, string])[] = [];
  const uploads: (readonly [string, Upload])[] = [];
  let closed = false;
  for await (const part of pieces) {
    if (closed) return malformed();
    if (part.last) { closed = true; continue; }
    const end = part.bytes.indexOf('\r\n\r\n');
    if (end < 0 || end > LONGEST_HEADERS) return malformed();
    const head = readHead(part.bytes.subarray(0, end).toString('utf8'));
    if (!head || entries.length + uploads.length >= limits.fields) return malformed();
    const body = part.bytes.subarray(end + 4);
    if (head.fileName === null) {
      const value = new TextDecoder('utf-8', { fatal: true }).decode(body);
      if (!isClean(value)) return malformed();
      entries.push([head.name, value]);
    } else if (body.length > 0 || head.fileName !== '') {
      uploads.push([head.name, { name: head.fileName, type: head.type, bytes: body }]);
    }
  }
  return closed ? ok(new Form(entries, uploads)) : malformed();
}

/**
 * The parts between delimiters, without the delimiters; what stands before the first is dropped, and the closing one
 * comes as a part with `last`. A body that ends without it ends without `last`.
 */
async function* cut(chunks: AsyncIterable<Uint8Array>, delimiter: Buffer): AsyncGenerator<{ readonly bytes: Buffer; readonly last: boolean }> {
  // The first delimiter may stand at the very beginning, without the line break that belongs to all others.
  let held: Buffer[] = [Buffer.from('\r\n')];
  let started = false;
  for await (const chunk of chunks) {
    let rest = Buffer.from(chunk.buffer as ArrayBuffer, chunk.byteOffset, chunk.byteLength);
    for (;;) {
      const tail = tailOf(held, delimiter.length + 4);
      const seen = tail.length === 0 ? rest : Buffer.concat([tail, rest]);
      const at = findDelimiter(seen, delimiter);
      if (at === null) break;
      const whole = held.length === 0 ? rest : Buffer.concat([...held, rest]);
      const from = whole.length - seen.length + at;
      const after = from + delimiter.length;
      if (started) yield { bytes: whole.subarray(0, from), last: false };
      started = true;
      if (whole.subarray(after, after + 2).toString('latin1') === '--') {
        yield { bytes: Buffer.alloc(0), last: true };
        return;
      }
      held = [];
      rest = whole.subarray(whole.indexOf('\r\n', after) + 2);
    }
    if (rest.length > 0) held.push(rest);
  }
}

/** Where a whole delimiter line (followed by a line break or `--`) begins; null when none is there yet. */
function findDelimiter(bytes: Buffer, delimiter: Buffer): number | null {
  for (let at = bytes.indexOf(delimiter); at >= 0; at = bytes.indexOf(delimiter, at + 1)) {
    const after = bytes.subarray(at + delimiter.length, at + delimiter.length + 2).toString('latin1');
    if (after === '\r\n' || after === '--') return at;
    if (after.length < 2) return null;
  }
  return null;
}

function tailOf(held: readonly Buffer[], length: number): Buffer {
  const pieces: Buffer[] = [];
  for (let i = held.length - 1, missing = length; i >= 0 && missing > 0; i--) {
    const piece = held[i] ?? Buffer.alloc(0);
    pieces.unshift(piece.subarray(Math.max(0, piece.length - missing)));
    missing -= piece.length;
  }
  return Buffer.concat(pieces);
}

function readHead(text: string): PartHead | null {
  const headers = new Map(text.split('\r\n').map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const;
  }));
  const disposition = headers.get('content-disposition') ?? '';
  if (!/^form-data\b/iu.test(disposition)) return null;
  const name = parameter(disposition, 'name');
  const fileName = parameter(disposition, 'filename');
  if (name === null || !isClean(name) || name.length > 500 || (fileName !== null && !isClean(fileName))) return null;
  const type = headers.get('content-type') ?? 'application/octet-stream';
  return { name, fileName: fileName === null ? null : lastSegment(fileName), type: /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/u.test(type.split(';')[0] ?? '') ? type.split(';')[0] ?? '' : 'application/octet-stream' };
}

/** Browsers write `"` as `%22` and line breaks as `%0D%0A` (WHATWG form encoding). */
function parameter(disposition: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}="([^"]*)"`, 'iu').exec(disposition);
  return found ? (found[1] ?? '').replaceAll('%22', '"').replaceAll(/%0d|%0a/giu, ' ') : null;
}

/** Some browsers once sent whole paths. */
const lastSegment = (path: string): string => (path.split(/[\\/]/u).at(-1) ?? '').slice(-255);
