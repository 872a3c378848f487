/** Is this content fit to be written? All problems at once, each beside its field (docs: Problem). */
import { currencyOf } from '@entente/text';
import { canonicalBytes, inOrder, isOrderly, parseJson, readCanonical } from '@entente/verify';
import type { z } from 'zod';
import type { Cooperation } from '../contract.ts';
import { ownValues, type Fields } from '../fields.ts';
import type { AnyKind } from '../kind.ts';
import { problem, type Problem } from '../problem.ts';
import { fieldsIn, isObject } from '../project/walk.ts';
import { heeding, spoken } from '../rules.ts';

export type Plain = Readonly<Record<string, unknown>>;
export type ContentReading = { readonly ok: true; readonly content: Plain } | { readonly ok: false; readonly problems: readonly Problem[] };

// A blob may hold more than an act; content beyond this is a mistake, not a text.
const MOST_BYTES = 16 * 1024 * 1024;
/** As `readCanonical` has it. */
const DEEPEST = 64;

/** The content as JSON says it: members that are undefined are no members. Refuses what canonical JSON cannot say. */
export function readPlain(given: unknown): ContentReading {
  if (!isObject(given)) return { ok: false, problems: [problem('content.object')] };
  try {
    const text = JSON.stringify(given);
    // In the order in which it is hashed, stored in acts and sent.
    const content = inOrder(parseJson(text) as Plain);
    // The quick way to yes, by the rules of the slow one: nothing escaped by number, no other numbers, not deeper.
    if (text.length * 3 <= MOST_BYTES && !text.includes('\\u') && isOrderly(content, DEEPEST, Number.MAX_SAFE_INTEGER)) return { ok: true, content };
    const reading = readCanonical(canonicalBytes(content), { maxBytes: MOST_BYTES });
    return reading.ok ? { ok: true, content } : { ok: false, problems: [problem('content.refused', [], { reason: reading.reason })] };
  } catch {
    return { ok: false, problems: [problem('content.refused', [], { reason: 'not-json' })] };
  }
}

/** Shape, codes and the kind's own rules, all at once. Checks, never changes. */
export function contentProblems(kind: AnyKind, content: Plain, cooperation: Cooperation): Problem[] {
  const parsed = kind.shape.safeParse(content);
  const shape = (parsed.error?.issues ?? []).map((issue) => shapeProblem(issue, content));
  const ill = firstOfEachPlace([...shape, ...codeProblems(kind, content, cooperation)]);
  // A rule is asked of what has its shape, whatever another field looks like.
  const rules = spoken(() => kind.check?.(heeding(content, ill.map(({ path }) => path))) ?? []);
  return [...ill, ...rules.map((rule) => problem(rule.id, rule.path, rule.params))];
}

/** One problem a field is enough: what is empty is also not of the right form. */
function firstOfEachPlace(problems: readonly Problem[]): Problem[] {
  const told = new Set<string>();
  return problems.filter(({ path }) => !told.has(path.join('.')) && told.add(path.join('.')));
}

function codeProblems(kind: AnyKind, content: Plain, cooperation: Cooperation): Problem[] {
  const problems: Problem[] = [];
  for (const { field, path, value } of fieldsIn(kind.fields as Fields, content)) {
    if (field.type === 'money' && isObject(value) && typeof value['currency'] === 'string' && !currencyOf(value['currency'])) {
      problems.push(problem('field.currency', [...path, 'currency'], { value: value['currency'] }));
    }
    if (field.type !== 'code' || !field.codes || typeof value !== 'string') continue;
    const values = ownValues(field.codes, cooperation) ?? field.codes.values;
    if (!Object.hasOwn(values, value)) problems.push(problem('field.code', path, { value }));
  }
  return problems;
}

function shapeProblem(issue: z.core.$ZodIssue, content: Plain): Problem {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  // An unknown currency and one that cannot be any are told alike, each with what was written.
  if (issue.message === 'field.currency' && !isBlank(valueAt(content, path))) return problem(issue.message, path, { value: String(valueAt(content, path)) });
  if (issue.message.startsWith('field.') && issue.message !== 'field.currency') return problem(issue.message, path);
  const isList = 'origin' in issue && (issue.origin === 'string' || issue.origin === 'array');
  if (issue.code === 'invalid_type') return problem(valueAt(content, path) === undefined ? 'field.required' : 'field.type', path, { expected: issue.expected });
  if (issue.code === 'too_small') return isList ? problem('field.required', path) : problem('field.too-small', path, { least: Number(issue.minimum) });
  if (issue.code === 'too_big') return problem(isList ? 'field.too-long' : 'field.too-big', path, { most: Number(issue.maximum) });
  // An empty or blank text is missing, whatever form it should have.
  if (issue.code === 'invalid_format') return problem(isBlank(valueAt(content, path)) ? 'field.required' : 'field.format', path);
  return problem('field.invalid', path);
}

const isBlank = (value: unknown) => typeof value === 'string' && value.trim() === '';

function valueAt(content: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[part] : undefined), content);
}
