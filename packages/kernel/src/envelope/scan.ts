/**
 * The fast way to yes for acts of a stream: whether bytes are canonical is told by walking over them once, and nothing is made of
 * them. Says yes only to what is canonical beyond doubt; what it does not know is read in full (`readLeaf`).
 */
const [TAB_AND_BELOW, QUOTE, COMMA, MINUS, ZERO, NINE, COLON, OPEN, ESCAPE, CLOSE, BEGIN, END] = [0x20, 0x22, 0x2c, 0x2d, 0x30, 0x39, 0x3a, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d];
/** What JCS writes behind a backslash, beside numbers, which are left to the full reading: " \ b f n r t. */
const ESCAPED = new Set([0x22, 0x5c, 0x62, 0x66, 0x6e, 0x72, 0x74]);
const [TRUE, FALSE, NULL] = ['true', 'false', 'null'].map((word) => Buffer.from(word)) as [Buffer, Buffer, Buffer];
/** Digits that make no number beyond the safe range. */
const DIGITS = 15;
const DEPTH = 32;

/** Where the members of an object stand in its bytes: begin and end of each name (without its quotes) and of each value, four numbers a member. */
export type Spans = readonly number[];

/** The members of one object of canonical JSON, which the bytes are from `from` to `to`; null where that is in doubt. Bytes must be UTF-8. */
export function scanObject(bytes: Uint8Array, from = 0, to = bytes.length): Spans | null {
  const spans: number[] = [];
  const end = bytes[from] === BEGIN ? members(bytes, from, DEPTH, spans) : NO;
  return end === to ? spans : null;
}

/** Where it ends; `NO`: in doubt. Bytes beyond the end are `undefined` and match nothing. */
const NO = -1;

function value(bytes: Uint8Array, at: number, depth: number): number {
  switch (bytes[at]) {
    case QUOTE: return string(bytes, at);
    case BEGIN: return depth === 0 ? NO : members(bytes, at, depth - 1, null);
    case OPEN: return depth === 0 ? NO : elements(bytes, at, depth - 1);
    case TRUE[0]: return word(bytes, at, TRUE);
    case FALSE[0]: return word(bytes, at, FALSE);
    case NULL[0]: return word(bytes, at, NULL);
    case undefined: return NO;
    default: return integer(bytes, at);
  }
}

function members(bytes: Uint8Array, begin: number, depth: number, spans: number[] | null): number {
  let at = begin + 1;
  if (bytes[at] === END) return at + 1;
  for (let last = 0; ;) {
    const name = at + 1;
    const nameEnd = bytes[at] === QUOTE ? plain(bytes, name) : NO;
    if (nameEnd === NO || bytes[nameEnd + 1] !== COLON || (last > 0 && !isAfter(bytes, last, name))) return NO;
    at = value(bytes, nameEnd + 2, depth);
    if (at === NO) return NO;
    spans?.push(name, nameEnd, nameEnd + 2, at);
    if (bytes[at] === END) return at + 1;
    if (bytes[at] !== COMMA) return NO;
    at += 1;
    last = name;
  }
}

function elements(bytes: Uint8Array, begin: number, depth: number): number {
  let at = begin + 1;
  if (bytes[at] === CLOSE) return at + 1;
  for (;;) {
    at = value(bytes, at, depth);
    if (at === NO) return NO;
    if (bytes[at] === CLOSE) return at + 1;
    if (bytes[at] !== COMMA) return NO;
    at += 1;
  }
}

function string(bytes: Uint8Array, begin: number): number {
  for (let at = begin + 1; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte === QUOTE) return at + 1;
    if (byte < TAB_AND_BELOW) return NO;
    if (byte === ESCAPE) {
      at += 1;
      if (!ESCAPED.has(bytes[at] ?? 0)) return NO;
    }
  }
  return NO;
}

/** The end of a name of plain ASCII: in these the order of bytes is that of UTF-16 code units. */
function plain(bytes: Uint8Array, begin: number): number {
  for (let at = begin; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte === QUOTE) return at;
    if (byte < TAB_AND_BELOW || byte === ESCAPE || byte > 0x7e) return NO;
  }
  return NO;
}

/** Whether one name comes behind another, both up to their quote. */
function isAfter(bytes: Uint8Array, first: number, second: number): boolean {
  for (let at = 0; ; at += 1) {
    const [a, b] = [bytes[first + at], bytes[second + at]];
    if (b === QUOTE) return false;
    if (a === QUOTE) return true;
    if (a !== b) return a! < b!;
  }
}

function integer(bytes: Uint8Array, begin: number): number {
  const first = bytes[begin] === MINUS ? begin + 1 : begin;
  let at = first;
  while (bytes[at]! >= ZERO && bytes[at]! <= NINE) at += 1;
  const digits = at - first;
  // Fractions and exponents end here, and what comes behind them fits nowhere.
  return digits === 0 || digits > DIGITS || (bytes[first] === ZERO && (digits > 1 || first > begin)) ? NO : at;
}

function word(bytes: Uint8Array, at: number, expected: Buffer): number {
  for (let n = 0; n < expected.length; n += 1) if (bytes[at + n] !== expected[n]) return NO;
  return at + expected.length;
}
