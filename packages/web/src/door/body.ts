import { DatabaseProblem, type Result, ok, problem, refuse } from '@entente/kernel';
import { Form } from '../forms/form.ts';
import { bounded, isClean, TooLarge, type Limits } from './limits.ts';
import { boundaryOf, readMultipart } from './multipart.ts';
import { Spool } from './spool.ts';

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

function urlEncoded(bytes: Uint8Array, fields: number): Result<Form> {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const entries = [...new URLSearchParams(text)];
  if (entries.length > fields || entries.some(([name, value]) => !isClean(name) || !isClean(value))) return refuse(problem('upload.malformed'));
  return ok(new Form(entries));
}

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
