import type { Json } from './canonicalize.ts';
import { tokenEnd } from './fault.ts';

/**
 * `JSON.parse`, whatever was parsed before it. V8 up to 14.6 looks for a member's key among those that earlier objects had,
 * and takes one for it whose letters stand in the text as they are: after `{"k":1,"\\":2}` the key of `{"k":1,"\n":2}` is read
 * as a backslash (github.com/nodejs/node/issues/63785). What a text says would hang on what others had sent before.
 * @throws SyntaxError as `JSON.parse` does.
 */
export function parseJson(text: string): Json {
  const value = JSON.parse(text) as Json;
  return mayMisread(text) ? build(text) : value;
}

/** Whether some key may hold an escape: only those are read wrongly. */
const mayMisread = (text: string): boolean => text.includes('\\') && /[{,]\s*"[^"\\]*\\/u.test(text);

/** An array or object whose end has not come; `key` waits for its value. */
type Open = { readonly items: Json[] } | { readonly entries: [string, Json][]; key: string | null };

/** The value of a text that is JSON, token by token: a text alone, a number or a word is always read rightly. */
function build(text: string): Json {
  const whole: Json[] = [];
  const open: Open[] = [{ items: whole }];
  for (let at = 0; at < text.length;) {
    const end = tokenEnd(text, at);
    const char = text[at]!;
    if (char === '[') open.push({ items: [] });
    else if (char === '{') open.push({ entries: [], key: null });
    else if (char === ']' || char === '}') {
      const done = open.pop()!;
      put(open.at(-1)!, 'items' in done ? done.items : Object.fromEntries(done.entries));
    } else if (/[-"0-9a-z]/u.test(char)) put(open.at(-1)!, JSON.parse(text.slice(at, end)) as Json);
    at = end;
  }
  return whole[0]!;
}

function put(within: Open, value: Json): void {
  if ('items' in within) within.items.push(value);
  else if (within.key === null) within.key = value as string;
  else {
    within.entries.push([within.key, value]);
    within.key = null;
  }
}
