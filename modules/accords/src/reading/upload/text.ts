import type { Result } from '@entente/kernel';
import type { Upload } from '../types.ts';
import { encodingOf, garbled } from './legacy.ts';
import { refusal } from './refusal.ts';

/** Decodes a plain text file, or says in which encoding it seems to be. */
export function decodeText(bytes: Uint8Array, file: string): Result<Upload> {
  const text = decoded(bytes);
  if (text === undefined) {
    if (isBinary(bytes)) return refusal('binary', { file });
    const encoding = encodingOf(bytes);
    return encoding === 'unknown' ? refusal('encoding', { file }) : refusal(`encoding-${encoding}`, { file });
  }
  if (looksBinary(text)) return refusal('binary', { file });
  if (/^\s*(?:<!doctype html|<html[\s>]|<\?xml[^>]*>\s*<(?:!doctype )?html)/i.test(text.slice(0, 400))) return refusal('html', { file });
  if (text.trim() === '') return refusal('empty', { file });
  const guess = garbled(text.slice(0, 60_000));
  if (guess === 'damaged') return refusal('damaged', { file });
  return guess ? refusal(`encoding-${guess}`, { file }) : { ok: true, value: { text, kind: 'text' } };
}

function decoded(bytes: Uint8Array): string | undefined {
  const utf16 = utf16Of(bytes);
  try {
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 by its mark, or without one by the zero bytes that every Latin letter has in it. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, 4_000);
  const zeros = [0, 0];
  sample.forEach((byte, at) => { if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1; });
  const [even = 0, odd = 0] = zeros;
  const most = sample.length / 2;
  if (odd > most * 0.3 && even < most * 0.02) return 'utf-16le';
  return even > most * 0.3 && odd < most * 0.02 ? 'utf-16be' : undefined;
}

/** Bytes that no text has, more than a stray one. */
function isBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  const sample = bytes.subarray(0, 20_000);
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  return controls > sample.length * 0.01;
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  if (sample.includes('\u0000')) return true;
  // oxlint-disable-next-line no-control-regex -- they are what is counted
  return (sample.match(/[\u0001-\u0008\u000E-\u001A\u001C-\u001F\uFFFE\uFFFF]/g)?.length ?? 0) > sample.length * 0.01;
}
