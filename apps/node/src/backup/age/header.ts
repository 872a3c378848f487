/** The header of an age file: its ways to the file's key, bound together by a code that only the key makes. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { base64, fromBase64, type Stanza } from './keys.ts';

const FIRST = 'age-encryption.org/v1';
/** No honest header is longer. */
export const MOST_HEADER = 64 * 1024;
const COLUMNS = 64;

export function writeHeader(stanzas: readonly Stanza[], fileKey: Uint8Array): Uint8Array {
  const lines = stanzas.flatMap(({ type, args, body }) => [`-> ${[type, ...args].join(' ')}`, ...wrapped(base64(body))]);
  const text = `${[FIRST, ...lines].join('\n')}\n---`;
  return Buffer.from(`${text} ${base64(macOf(text, fileKey))}\n`);
}

export interface Header { readonly stanzas: readonly Stanza[]; /** Bytes it takes. */ readonly length: number; isOf(fileKey: Uint8Array): boolean }

/** Reads a header from the beginning of a file. `more`: it does not end within these bytes. Null: this is no age file. */
export function readHeader(bytes: Uint8Array): Header | 'more' | null {
  const text = Buffer.from(bytes.subarray(0, MOST_HEADER)).toString('latin1');
  if (!`${FIRST}\n`.startsWith(text.slice(0, FIRST.length + 1))) return null;
  const mark = /\n--- ([A-Za-z0-9+/]{43})\n/u.exec(text);
  if (!mark) return bytes.length < MOST_HEADER && !/\n---(?! ?[A-Za-z0-9+/]{0,43}$)/u.test(text) ? 'more' : null;
  const given = fromBase64(mark[1] ?? '');
  const stanzas = readStanzas(text.slice(FIRST.length + 1, mark.index).split('\n'));
  if (!stanzas || stanzas.length === 0 || !given) return null;
  // A passphrase stands alone, so that nobody else can have written the file.
  if (stanzas.length > 1 && stanzas.some(({ type }) => type === 'scrypt')) return null;
  return { stanzas, length: mark.index + mark[0].length, isOf: (fileKey) => timingSafeEqual(macOf(text.slice(0, mark.index + 4), fileKey), given) };
}

function readStanzas(lines: readonly string[]): Stanza[] | null {
  const found: Stanza[] = [];
  for (let at = 0; at < lines.length;) {
    const [arrow, type, ...args] = (lines[at] ?? '').split(' ');
    if (arrow !== '->' || type === undefined || [type, ...args].some((each) => !/^[!-~]+$/u.test(each))) return null;
    let body = '';
    for (;;) {
      const line = lines[at += 1];
      if (line === undefined || line.length > COLUMNS) return null;
      body += line;
      if (line.length < COLUMNS) break;
    }
    at += 1;
    const bytes = fromBase64(body);
    if (!bytes) return null;
    found.push({ type, args, body: bytes });
  }
  return found;
}

/** Lines of 64; the last is shorter, if need be empty. */
const wrapped = (text: string): string[] => Array.from({ length: Math.floor(text.length / COLUMNS) + 1 }, (_, at) => text.slice(at * COLUMNS, (at + 1) * COLUMNS));

const macOf = (text: string, fileKey: Uint8Array): Buffer => createHmac('sha256', new Uint8Array(hkdfSync('sha256', fileKey, '', 'header', 32))).update(text, 'latin1').digest();
