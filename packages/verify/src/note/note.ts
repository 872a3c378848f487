import { concat, fromBase64, fromUtf8, toBase64, utf8 } from '../hash/index.ts';
import { bad, good, type Outcome } from '../outcome.ts';

/** One signature line of a note. */
export interface NoteSignature {
  readonly name: string;
  /** Key id, 32 bits. Name and id together name the key; alone they name nothing. */
  readonly id: number;
  /** What follows the key id; its form is the key's type's. */
  readonly signature: Uint8Array;
}

/** A signed note (C2SP signed-note): nothing in it is true until a signature was verified. */
export interface Note {
  /** Ends with a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export type NoteFault = 'too-long' | 'invalid-utf8' | 'control-character' | 'no-signatures' | 'bad-signature-line' | 'too-many-signatures';

/** As the reference implementation: enough for any log, too little to hurt. */
const MAX_BYTES = 1_000_000;
const MAX_SIGNATURES = 100;

/** Reads a signed note strictly. Never throws, whatever the input. */
export function parseNote(input: Uint8Array | string): Outcome<Note, NoteFault> {
  const bytes = typeof input === 'string' ? utf8(input) : input;
  if (bytes.length > MAX_BYTES) return bad('too-long');
  const source = typeof input === 'string' ? input : fromUtf8(input);
  if (source === null || !source.isWellFormed()) return bad('invalid-utf8');
  // eslint-disable-next-line no-control-regex -- the format forbids exactly these
  if (/[\0-\t\v-\u001f]/u.test(source)) return bad('control-character');
  // The text may contain empty lines: the last one parts it from the signatures.
  const split = source.lastIndexOf('\n\n');
  if (split < 0 || split + 2 === source.length) return bad('no-signatures');
  if (!source.endsWith('\n')) return bad('bad-signature-line');
  const lines = source.slice(split + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return bad('too-many-signatures');
  const signatures = lines.map(parseSignature);
  return signatures.every((signature) => signature !== null)
    ? good({ text: source.slice(0, split + 1), signatures })
    : bad('bad-signature-line');
}

function parseSignature(line: string): NoteSignature | null {
  const [, name = '', encoded = ''] = /^— ([^ ]+) ([^ ]+)$/u.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.length < 5) return null;
  return { name, id: readId(bytes), signature: bytes.subarray(4) };
}

/**
 * The note as it is published.
 * @throws TypeError when it has no signature, or text or names that a note cannot have.
 */
export function formatNote({ text, signatures }: Note): string {
  const lines = signatures.map(({ name, id, signature }) => `— ${name} ${toBase64(concat(idBytes(id), signature))}\n`);
  const source = `${text}\n${lines.join('')}`;
  const parsed = parseNote(source);
  if (!parsed.ok || parsed.value.text !== text) throw new TypeError('this text or these signatures cannot be a note');
  return source;
}

/** Key names are not empty and hold neither white space nor a plus. */
export const isKeyName = (name: string): boolean => name !== '' && name.isWellFormed() && !/[\p{White_Space}+]/u.test(name);

export const readId = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);

export function idBytes(id: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, id);
  return bytes;
}
