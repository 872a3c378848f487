/** What the envelope forbids although it is well-formed JSON (protocol.md section 2). */
export type JsonFault = 'duplicate-key' | 'unsafe-number' | 'nul' | 'lone-surrogate' | 'too-deep';

export interface PlacedFault { readonly reason: JsonFault; readonly at: number }

/**
 * The first forbidden thing in a text that `JSON.parse` accepts, with its place; null when there is none. Needed only to
 * say why: it reads tokens, because duplicate keys and the spelling of numbers are gone once parsed.
 */
export function firstFault(text: string, maxDepth: number): PlacedFault | null {
  /** Keys of the objects that are open here; null stands for an array. */
  const open: (Set<string> | null)[] = [];
  let keyComes = false;
  for (let at = 0; at < text.length;) {
    const char = text[at]!;
    const end = tokenEnd(text, at);
    if (char === '{' || char === '[') {
      if (open.length === maxDepth) return { reason: 'too-deep', at };
      open.push(char === '{' ? new Set() : null);
      keyComes = char === '{';
    } else if (char === '}' || char === ']') {
      open.pop();
      keyComes = false;
    } else if (char === ',') {
      keyComes = open.at(-1) !== null;
    } else if (char === '"') {
      const reason = stringFault(text.slice(at, end), keyComes ? open.at(-1) : null);
      if (reason) return { reason, at };
      keyComes = false;
    } else if (end > at + 1 || isDigit(char)) {
      if (isUnsafe(text.slice(at, end))) return { reason: 'unsafe-number', at };
    }
    at = end;
  }
  return null;
}

const isDigit = (char: string): boolean => char >= '0' && char <= '9';

/** Just past the token at `at`: a string with its quotes, a number or word whole, any other character alone. */
export function tokenEnd(text: string, at: number): number {
  let end = at + 1;
  if (text[at] === '"') {
    while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    return end + 1;
  }
  if (!/[-0-9a-z]/u.test(text[at]!)) return end;
  while (end < text.length && /[-+.0-9a-zA-Z]/u.test(text[end]!)) end += 1;
  return end;
}

function stringFault(literal: string, keys: Set<string> | null | undefined): JsonFault | null {
  const value = JSON.parse(literal) as string;
  if (value.includes('\0')) return 'nul';
  if (!value.isWellFormed()) return 'lone-surrogate';
  if (keys?.has(value)) return 'duplicate-key';
  keys?.add(value);
  return null;
}

/** Not exactly one double that JavaScript, SQL and a reader agree on: beyond 2^53-1, infinite, or negative zero. */
function isUnsafe(token: string): boolean {
  const number = Number(token);
  return Math.abs(number) > Number.MAX_SAFE_INTEGER || Object.is(number, -0);
}
