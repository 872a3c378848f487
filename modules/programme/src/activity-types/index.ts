/** Types of activity: each is one file of `types`, and nothing else names it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeList, type BrokenRule, type CodeList, type Fields } from '@entente/kernel';
import type { ActivityType } from './define.ts';

export type { ActivityType } from './define.ts';

const files = readdirSync(join(import.meta.dirname, 'types')).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -'.ts'.length));
const declared = await Promise.all(files.map(async (file) => (await import(`./types/${file}.ts`) as { readonly default: ActivityType }).default));

/** In the order in which they are offered. */
export const activityTypes: readonly ActivityType[] = declared.toSorted((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1));
const byName = new Map(activityTypes.map((type) => [type.name, type]));

export const activityTypeOf = (name: string): ActivityType | undefined => byName.get(name);
export const activityTypeCodes: CodeList = codeList('activity-type', Object.fromEntries(activityTypes.map((type) => [type.name, type.label])));
/** Cases of `activity.details` and of `activity-progress.results`. */
export const detailCases: Readonly<Record<string, Fields>> = Object.fromEntries(activityTypes.map((type) => [type.name, type.fields]));
export const resultCases: Readonly<Record<string, Fields>> = Object.fromEntries(activityTypes.map((type) => [type.name, type.results]));

/** What a type says of its details; paths begin in the content. */
export const detailProblems = (type: string, details: unknown): readonly BrokenRule[] =>
  (details === undefined ? [] : (byName.get(type)?.check(details) ?? []).map((rule) => ({ ...rule, path: ['details', ...rule.path] })));
