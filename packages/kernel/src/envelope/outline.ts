import { isUtf8 } from 'node:buffer';
import { MAX_ACT_BYTES } from '../act.ts';
import { INSTANT, UUID } from '../fields.ts';
import type { JournalName } from '../journal/name.ts';
import { scanObject, type Spans } from './scan.ts';

/** Begin and end within the leaf. */
export type Span = readonly [from: number, to: number];

/** What is stored of an act beside its bytes, by where it stands in them; without quotes where it is text. */
export interface Outline { readonly id: Span; readonly made: Span; readonly actor: Span; readonly note: Span | null; readonly seen: Span }

/** The members of an act of format 1 in the order JCS writes them; `note` may be left out. */
const MEMBERS = ['actor', 'audience', 'coop', 'id', 'items', 'made', 'note', 'party', 'seen', 'v'].map((name) => Buffer.from(name));
const ACTOR = ['office', 'person', 'role'].map((name) => Buffer.from(name));
const NOTE = 6;
const [QUOTE, ZERO, NINE, OPEN, ESCAPE, CLOSE, NULL] = [0x22, 0x30, 0x39, 0x5b, 0x5c, 0x5d, 0x6e];

/**
 * Reads an act of this journal without making anything of it, for streams. Null where it is anything but an admitted act
 * of the plainest form: then `readLeaf` tells what it is. What this finds is what `readLeaf` would (a test compares them).
 */
export function outliner({ coop, party, audience }: JournalName): (bytes: Uint8Array) => Outline | null {
  const [itsCoop, itsParty, itsAudience] = [coop, party, audience].map((each) => Buffer.from(JSON.stringify(each))) as [Buffer, Buffer, Buffer];
  const one = Buffer.from('1');
  return (bytes) => {
    if (bytes.length > MAX_ACT_BYTES || !isUtf8(bytes)) return null;
    const spans = scanObject(bytes);
    if (!spans) return null;
    const hasNote = spans.length === 4 * MEMBERS.length;
    if (!areNamed(bytes, spans, hasNote ? MEMBERS : WITHOUT_NOTE)) return null;
    const of = (member: number): Span => {
      const at = 4 * (member > NOTE && !hasNote ? member - 1 : member);
      return [spans[at + 2]!, spans[at + 3]!];
    };
    const [actor, items, seen] = [of(0), of(4), of(8)];
    if (!is(bytes, of(1), itsAudience) || !is(bytes, of(2), itsCoop) || !is(bytes, of(7), itsParty) || !is(bytes, of(9), one)) return null;
    if (bytes[items[0]] !== OPEN || bytes[items[0] + 1] === CLOSE || !isActor(bytes, actor) || !isSeen(bytes, seen)) return null;
    const [id, made, note] = [textIn(bytes, of(3)), textIn(bytes, of(5)), hasNote ? textIn(bytes, of(NOTE)) : null];
    if (!id || !made || !UUID.test(latin(bytes, id)) || !INSTANT.test(latin(bytes, made))) return null;
    return hasNote && (!note || bytes.subarray(...note).includes(ESCAPE)) ? null : { id, made, actor, note, seen };
  };
}

const WITHOUT_NOTE = MEMBERS.filter((_, at) => at !== NOTE);

function areNamed(bytes: Uint8Array, spans: Spans, names: readonly Buffer[]): boolean {
  if (spans.length !== 4 * names.length) return false;
  for (const [at, name] of names.entries()) if (!isAt(bytes, spans[4 * at]!, spans[4 * at + 1]!, name)) return false;
  return true;
}

const is = (bytes: Uint8Array, [from, to]: Span, expected: Uint8Array): boolean => isAt(bytes, from, to, expected);

function isAt(bytes: Uint8Array, from: number, to: number, expected: Uint8Array): boolean {
  if (to - from !== expected.length) return false;
  for (let n = 0; n < expected.length; n += 1) if (bytes[from + n] !== expected[n]) return false;
  return true;
}

/** An office or none, a person and a role, and nothing else. */
function isActor(bytes: Uint8Array, [from, to]: Span): boolean {
  const spans = scanObject(bytes, from, to);
  return spans !== null && areNamed(bytes, spans, ACTOR) && (bytes[spans[2]!] === QUOTE || bytes[spans[2]!] === NULL) && bytes[spans[6]!] === QUOTE && bytes[spans[10]!] === QUOTE;
}

/** Sizes by party: what the scan took for numbers are safe integers. */
function isSeen(bytes: Uint8Array, [from, to]: Span): boolean {
  const spans = scanObject(bytes, from, to);
  if (!spans) return false;
  for (let at = 2; at < spans.length; at += 4) if (!isDigit(bytes[spans[at]!]!)) return false;
  return true;
}

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE;

const textIn = (bytes: Uint8Array, [from, to]: Span): Span | null => (bytes[from] === QUOTE ? [from + 1, to - 1] : null);

const latin = (bytes: Uint8Array, [from, to]: Span): string => Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
