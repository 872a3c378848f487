/**
 * multipart/form-data (RFC 7578), read as it comes: files go to the disk in the pieces they came in, texts are kept, and a body
 * that breaks the format is refused whole. `Request.formData()` holds a body several times over and says nothing useful.
 */
import { type Result, ok, problem, refuse } from '@entente/kernel';
import { Form, type Upload } from '../forms/form.ts';
import { isClean, TooLarge, type Limits } from './limits.ts';
import type { Spool } from './spool.ts';

const LONGEST_HEADERS = 8 * 1024;
const [LINE, BLANK] = [Buffer.from('\r\n'), Buffer.from('\r\n\r\n')];

export function boundaryOf(contentType: string): string | null {
  const found = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/iu.exec(contentType);
  return found?.[1] ?? found?.[2] ?? null;
}

/** Throws TooLarge, and DatabaseProblem `data.full` when the disk has no room. */
export async function readMultipart(chunks: AsyncIterable<Uint8Array>, boundary: string, limits: Limits, spool: Spool): Promise<Result<Form>> {
  const reading = new Reading(Buffer.from(`\r\n--${boundary}`), limits, spool);
  for await (const chunk of chunks) if (!(await reading.feed(chunk))) break;
  return reading.end();
}

interface PartHead { readonly name: string; readonly fileName: string | null; readonly type: string }
interface Part { write(bytes: Buffer): Promise<void> | void; end(): void }
type State = 'before' | 'head' | 'body' | 'closed' | 'malformed';

class Reading {
  readonly #delimiter: Buffer;
  readonly #limits: Limits;
  readonly #spool: Spool;
  readonly #entries: (readonly [string, string])[] = [];
  readonly #uploads: (readonly [string, Upload])[] = [];
  // The first delimiter may stand at the very beginning, without the line break that belongs to all others.
  #rest: Buffer = LINE;
  #state: State = 'before';
  #part: Part | null = null;
  #texts = 0;
  #files = 0;

  constructor(delimiter: Buffer, limits: Limits, spool: Spool) {
    [this.#delimiter, this.#limits, this.#spool] = [delimiter, limits, spool];
  }

  /** False when nothing more is wanted. */
  async feed(chunk: Uint8Array): Promise<boolean> {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    while (this.#state === 'head' ? this.#head() : await this.#body());
    return this.#state !== 'closed' && this.#state !== 'malformed';
  }

  end(): Result<Form> {
    return this.#state === 'closed' ? ok(new Form(this.#entries, this.#uploads)) : refuse(problem('upload.malformed'));
  }

  /** What stands before the first delimiter is dropped; what cannot be told from the beginning of one yet stays. */
  async #body(): Promise<boolean> {
    if (this.#state !== 'before' && this.#state !== 'body') return false;
    const at = findDelimiter(this.#rest, this.#delimiter);
    const known = at ?? Math.max(0, this.#rest.length - this.#delimiter.length - 1);
    if (known > 0) await this.#part?.write(this.#rest.subarray(0, known));
    this.#rest = this.#rest.subarray(known);
    if (at === null) return false;
    this.#part?.end();
    this.#part = null;
    const after = this.#delimiter.length;
    this.#state = this.#rest.toString('latin1', after, after + 2) === '--' ? 'closed' : 'head';
    this.#rest = this.#rest.subarray(after + 2);
    return this.#state === 'head';
  }

  #head(): boolean {
    const end = this.#rest.indexOf(BLANK);
    if (end < 0 && this.#rest.length <= LONGEST_HEADERS) return false;
    const text = this.#rest.subarray(0, Math.max(0, end));
    const head = end < 0 || end > LONGEST_HEADERS || text.includes(this.#delimiter) ? null : readHead(text.toString('utf8'));
    this.#state = head && this.#entries.length + this.#uploads.length < this.#limits.fields ? 'body' : 'malformed';
    if (!head || this.#state === 'malformed') return false;
    this.#rest = this.#rest.subarray(end + BLANK.length);
    this.#part = head.fileName === null ? this.#text(head.name) : this.#file(head.name, head.fileName, head.type);
    return true;
  }

  #text(name: string): Part {
    const pieces: Buffer[] = [];
    return {
      write: (bytes) => {
        this.#texts += bytes.length;
        if (this.#texts > this.#limits.form) throw new TooLarge(this.#limits.form);
        pieces.push(bytes);
      },
      end: () => {
        const value = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
        if (!isClean(value)) throw new TypeError('a text that can be neither stored nor signed');
        this.#entries.push([name, value]);
      },
    };
  }

  #file(field: string, name: string, type: string): Part {
    const file = this.#spool.begin(name, type);
    return {
      write: async (bytes) => {
        this.#files += bytes.length;
        if (this.#files > this.#limits.upload) throw new TooLarge(this.#limits.upload);
        await file.write(bytes);
      },
      end: () => {
        const upload = file.end();
        if (upload.size > 0 || name !== '') this.#uploads.push([field, upload]);
      },
    };
  }
}

/** Where a whole delimiter line (followed by a line break or `--`) begins; null when none is there yet. */
function findDelimiter(bytes: Buffer, delimiter: Buffer): number | null {
  for (let at = bytes.indexOf(delimiter); at >= 0; at = bytes.indexOf(delimiter, at + 1)) {
    const after = bytes.toString('latin1', at + delimiter.length, at + delimiter.length + 2);
    if (after === '\r\n' || after === '--') return at;
    if (after.length < 2) return null;
  }
  return null;
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
