import { DatabaseProblem, type Result, ok, problem, refuse } from '@entente/kernel';
import { Form } from '../forms/form.ts';
import { boundaryOf, readMultipart } from './multipart.ts';
import { Spool } from './spool.ts';

export interface Limits {
  /** Bytes of a form without its files. */
  readonly form: number;
  /** Bytes of the files of a form, all together. */
  readonly upload: number;
  readonly fields: number;
}
export const LIMITS: Limits = { form: 8 * 1024 * 1024, upload: 200 * 1024 * 1024, fields: 20_000 };

/**
 * Reads a form of either encoding, stopping at the limit; its files go to the spool, which is the caller's to close. Problems:
 * `upload.too-large` (413), `upload.type` (415), `upload.malformed` (400), `data.full` (507).
 */
export async function readForm(request: globalThis.Request, limits: Limits, spool = new Spool()): Promise<Result<Form>> {
  const type = request.headers.get('content-type') ?? '';
  const multipart = /^multipart\/form-data\b/iu.test(type);
  if (!multipart && !/^application\/x-www-form-urlencoded\b/iu.test(type)) return refuse(problem('upload.type'));
  const most = multipart ? limits.upload + limits.form : limits.form;
  const tooLarge = (bytes: number) => refuse(problem('upload.too-large', [], { mebibytes: Math.max(1, Math.round(bytes / 1024 / 1024)) }));
  const told = multipart ? limits.upload : limits.form;
  if (Number(request.headers.get('content-length') ?? 0) > most) return tooLarge(told);
  const chunks = bounded(request.body, most, told);
  try {
    if (!multipart) return urlEncoded(Buffer.concat(await Array.fromAsync(chunks)), limits.fields);
    const boundary = boundaryOf(type);
    return boundary === null ? refuse(problem('upload.malformed')) : await readMultipart(chunks, boundary, limits, spool);
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge(error.most);
    if (error instanceof DatabaseProblem) return refuse(error.problem);
    return refuse(problem('upload.malformed'));
  }
}

/** More came than may; `most` is what the sender is told. */
export class TooLarge extends Error {
  readonly most: number;
  constructor(most: number) {
    super(`more than ${most} bytes`);
    this.most = most;
  }
}

/** The chunks of a body, up to a number of bytes. */
export async function* bounded(body: ReadableStream<Uint8Array> | null, most: number, told = most): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > most) throw new TooLarge(told);
    yield chunk;
  }
}

function urlEncoded(bytes: Uint8Array, fields: number): Result<Form> {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const entries = [...new URLSearchParams(text)];
  if (entries.length > fields || entries.some(([name, value]) => !isClean(name) || !isClean(value))) return refuse(problem('upload.malformed'));
  return ok(new Form(entries));
}

/** No NUL and no lone surrogates: neither can be stored or signed. */
export const isClean = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Reads a JSON body up to a limit; same problems, `upload.malformed` where it is no JSON. */
export async function readJson(request: globalThis.Request, most: number): Promise<Result<unknown>> {
  if (!/^application\/([\w.]+\+)?json\b/iu.test(request.headers.get('content-type') ?? '')) return refuse(problem('upload.type'));
  try {
    const bytes = Buffer.concat(await Array.fromAsync(bounded(request.body, most)));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // U+0000 can be stored nowhere; it is refused here and not where it would be a fault.
    return /\\u0000/u.test(text) ? refuse(problem('upload.malformed')) : ok(JSON.parse(text === '' ? '{}' : text));
  } catch (error) {
    if (error instanceof TooLarge) return refuse(problem('upload.too-large', [], { mebibytes: Math.round(most / 1024 / 1024) }));
    return refuse(problem('upload.malformed'));
  }
}
