/** Which file holds what, read and checked for shape. */
import { z } from 'zod';
import type { Problem } from '@entente/kernel';
import { readDocument, type FactsDocument, type Path } from './document.ts';
import * as shape from './shape.ts';

export const FILES = {
  cooperation: { file: 'cooperation.yaml', schema: shape.cooperationFile },
  sources: { file: 'sources.yaml', schema: z.strictObject({ sources: z.array(shape.source) }) },
  offices: { file: 'offices.yaml', schema: z.strictObject({ offices: z.array(shape.office), bodies: z.array(shape.body) }) },
  people: { file: 'people.yaml', schema: z.strictObject({ people: z.array(shape.person) }) },
  meetings: { file: 'meetings.yaml', schema: z.strictObject({ meetings: z.array(shape.meeting) }) },
  instruments: { file: 'instruments.yaml', schema: z.strictObject({ instruments: z.array(shape.instrument) }) },
  commitments: { file: 'commitments.yaml', schema: z.strictObject({ commitments: z.array(shape.commitment) }) },
  twinnings: { file: 'twinnings.yaml', schema: z.strictObject({ twinnings: z.array(shape.twinning) }) },
  lineage: { file: 'lineage.yaml', schema: z.strictObject({ lineage: z.array(shape.lineage) }) },
  activities: { file: 'activities.yaml', schema: z.strictObject({ activities: z.array(shape.activity) }) },
  grants: { file: 'grants.yaml', schema: z.strictObject({ grants: z.array(shape.grant) }) },
  statistics: { file: 'statistics.yaml', schema: z.strictObject({ statistics: z.array(shape.named) }) },
  exercise: { file: 'exercise.yaml', schema: shape.exerciseFile },
  workPlan: { file: 'work-plan.yaml', schema: shape.workPlanFile },
  proposals: { file: 'proposals.yaml', schema: shape.proposalsFile },
  demonstration: { file: 'demonstration.yaml', schema: shape.demonstrationFile },
} as const;
export type FileName = keyof typeof FILES;
export type Contents = { readonly [K in FileName]: z.infer<(typeof FILES)[K]['schema']> };
export type Documents = ReadonlyMap<FileName, FactsDocument>;

/** Kept for later: topics that no kind holds yet. */
export const LATER = ['twinnings', 'partners', 'priorities', 'conflicts'] as const;
export type Later = (typeof LATER)[number];

/** What a folder of facts gave so far: files with the lines of everything, ids of entries that were left out for a fault. */
export interface Intake {
  readonly folder: string;
  readonly documents: Map<FileName, FactsDocument>;
  readonly problems: Problem[];
  /** Ids of faulty entries: what refers to them is not at fault. */
  readonly faulty: Set<string>;
}

/**
 * Reads one file into its shape. Every fault becomes a problem with its line; an entry with a fault is left out, so
 * that what refers to the others can still be checked. Undefined when nothing can be read of it.
 */
export function readFile<K extends FileName>(intake: Intake, name: K): Contents[K] | undefined {
  const { file, schema } = FILES[name];
  const document = readDocument(intake.folder, file, intake.problems);
  if (!document) return undefined;
  intake.documents.set(name, document);
  const parsed = schema.safeParse(document.data);
  if (parsed.success) return parsed.data as Contents[K];
  intake.problems.push(...parsed.error.issues.flatMap((issue) => shapeProblems(document, issue)));
  const sound = withoutFaulty(document, parsed.error.issues, intake.faulty);
  const again = schema.safeParse(sound.data);
  if (!again.success) return undefined;
  intake.documents.set(name, sound);
  return again.data as Contents[K];
}

/** The document without the entries that have a fault; lines still lead into the file as it is. */
function withoutFaulty(document: FactsDocument, issues: readonly z.core.$ZodIssue[], faulty: Set<string>): FactsDocument {
  const bad = new Set(issues.map(({ path: [list, place] }) => `${String(list)} ${String(place)}`));
  const kept = new Map<string, number[]>();
  const data = Object.fromEntries(Object.entries(document.data as object).map(([list, entries]: [string, unknown]) => {
    if (!Array.isArray(entries)) return [list, entries];
    const places = [...entries.keys()].filter((place) => !bad.has(`${list} ${place}`));
    for (const entry of entries as { id?: unknown }[]) if (typeof entry?.id === 'string') faulty.add(entry.id);
    for (const place of places) faulty.delete(String((entries[place] as { id?: unknown }).id));
    kept.set(list, places);
    return [list, places.map((place) => entries[place] as unknown)];
  }));
  const original = ([list, place, ...rest]: Path): Path =>
    (list === undefined || typeof place !== 'number' ? [list, place].filter((step) => step !== undefined) : [list, kept.get(String(list))?.[place] ?? place, ...rest]);
  return {
    ...document, data,
    line: (path) => document.line(original(path)),
    keyLine: (path, key) => document.keyLine(original(path), key),
  };
}

/** How many entries wait for a kind, by topic. */
export function countLater(folder: string, problems: Problem[]): Record<Later, number> {
  const counts = LATER.map((topic) => {
    const document = readDocument(folder, `later/${topic}.yaml`, problems);
    const list = (document?.data as Record<string, unknown> | undefined)?.[topic];
    if (document && !Array.isArray(list)) problems.push(at(document, [], 'facts.wrong', { expected: `${topic}: [...]` }));
    return [topic, Array.isArray(list) ? list.length : 0] as const;
  });
  return Object.fromEntries(counts) as Record<Later, number>;
}

/** A problem at a place of a file, named with file, line and entry. */
export function at(document: FactsDocument, path: Path, id: string, params: Problem['params'] = {}): Problem {
  return { id, path: [document.file, ...path], params: { file: document.file, line: document.line(path), ...params } };
}

function shapeProblems(document: FactsDocument, issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ ...at(document, path, 'facts.unknown-key', { key }), params: { file: document.file, line: document.keyLine(path, key), key } }));
  }
  const name = String(path.at(-1) ?? '');
  if (issue.message === 'field.date') return [at(document, path, 'facts.date', { name, value: valueAt(document.data, path) })];
  if (issue.code === 'invalid_type' && valueAt(document.data, path) === '') return [at(document, path, 'facts.missing-key', { key: name })];
  return [at(document, path, 'facts.wrong', { expected: name || document.file, value: valueAt(document.data, path) })];
}

function valueAt(data: unknown, path: Path): string {
  let value = data;
  for (const step of path) value = typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[step] : undefined;
  return value === undefined || value === null ? '' : (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80);
}
