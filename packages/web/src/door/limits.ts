/** How much of a body is read, and what of it can be kept. */

export interface Limits {
  /** Bytes of a form without its files. */
  readonly form: number;
  /** Bytes of the files of a form, all together. */
  readonly upload: number;
  readonly fields: number;
}
export const LIMITS: Limits = { form: 8 * 1024 * 1024, upload: 200 * 1024 * 1024, fields: 20_000 };

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

/** No NUL and no lone surrogates: neither can be stored or signed. */
export const isClean = (text: string): boolean => !text.includes('\0') && text.isWellFormed();
