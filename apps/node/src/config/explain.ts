/** What a shape refuses, as faults a person can mend: what is there, what is expected, and the name that was probably meant. */
import type { z } from 'zod';
import { configProblem, type ConfigProblem } from './fault.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];
const KINDS: Readonly<Record<string, string>> = { string: 'text', number: 'number', int: 'number', boolean: 'flag', array: 'list', object: 'group', record: 'group' };
/** Letters of a value that are shown. */
const SHOWN = 60;

/** The faults of one issue: an unknown name is a fault of its own. */
export function explainIssue(issue: Issue, shape: z.ZodType, whole: unknown): readonly ConfigProblem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const value = valueAt(whole, path);
  const there = shown(value, path);
  switch (issue.code) {
    case 'unrecognized_keys': return issue.keys.map((key) => unknownKey(key, namesAt(shape, path), path));
    case 'invalid_type': return [value === undefined ? configProblem('missing', { kind: kindOf(issue.expected) }, path) : configProblem('type', { there, kind: kindOf(issue.expected) }, path)];
    case 'invalid_value': return [configProblem('one-of', { there, known: issue.values.map(String).join(', ') }, path)];
    case 'invalid_union': return [configProblem('step', { there }, path)];
    case 'invalid_key': return [configProblem('language', { there: shown(path.at(-1), []) }, path)];
    case 'too_small': return [tooSmall(issue, value, path, there)];
    case 'too_big': return [configProblem(issue.origin === 'array' ? 'too-many' : 'at-most', { there, most: String(issue.maximum) }, path)];
    case 'custom': case 'invalid_element': case 'invalid_format': case 'not_multiple_of': break;
  }
  return [configProblem(/^config\.(.+)$/u.exec(issue.message)?.[1] ?? 'other', { there }, path)];
}

const kindOf = (expected: string): string => KINDS[expected] ?? 'text';

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>, value: unknown, path: Path, there: string): ConfigProblem {
  // As they are typed in the file, not as the reader's language groups digits.
  const least = String(issue.minimum);
  if (Array.isArray(value)) return configProblem('too-few', { there: String(value.length), least }, path);
  return configProblem(typeof value === 'string' ? 'too-short' : 'at-least', { there, least }, path);
}

function unknownKey(key: string, known: readonly string[], path: Path): ConfigProblem {
  const near = nearest(key, known);
  return near === null ? configProblem('unknown', { key, known: known.join(', ') }, path) : configProblem('unknown-near', { key, near }, path);
}

/** The name that is fewest slips of the pen away; null when none is near. */
export function nearest(key: string, known: readonly string[]): string | null {
  const [best] = known.map((name) => ({ name, slips: slips(key.toLowerCase(), name.toLowerCase()) })).toSorted((a, b) => a.slips - b.slips);
  return best && best.slips <= (key.length < 4 ? 1 : Math.max(2, Math.floor(key.length / 3))) ? best.name : null;
}

/** Letters added, left out or changed between two words (Levenshtein, 1966). */
function slips(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}

interface Def { readonly innerType?: z.ZodType; readonly element?: z.ZodType; readonly shape?: Readonly<Record<string, z.ZodType>>; readonly options?: readonly z.ZodType[] }

/** Names a group of the shape may have, at a place in it. */
function namesAt(shape: z.ZodType, path: Path): readonly string[] {
  const { innerType, element, shape: fields, options } = shape.def as Def;
  if (innerType) return namesAt(innerType, path);
  const [step, ...rest] = path;
  if (step === undefined) return fields ? Object.keys(fields) : options?.flatMap((option) => namesAt(option, [])) ?? [];
  const next = element ?? fields?.[String(step)];
  return next ? namesAt(next, rest) : [];
}

function valueAt(whole: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? (value as Readonly<Record<string | number, unknown>>)[step] : undefined), whole);
}

/** What stands there, shortly; never what may hold a password or the secret half of a key. */
function shown(value: unknown, path: Path): string {
  const text = JSON.stringify(value) ?? '';
  const isSecret = ['database', 'smtp'].includes(String(path.at(-1))) || /secret|private|:\/\/[^/]*@/iu.test(text);
  if (isSecret) return '•••';
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
