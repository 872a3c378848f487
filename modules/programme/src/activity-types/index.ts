/** Types of activity: one file each, listed here in the order in which they are offered. */
import { codeList, type BrokenRule, type CodeList, type Fields } from '@entente/kernel';
import { construction } from './construction.ts';
import { curriculumTransfer } from './curriculum-transfer.ts';
import type { ActivityType } from './define.ts';
import { delegation } from './delegation.ts';
import { equipmentGrant } from './equipment-grant.ts';
import { expertExchange } from './expert-exchange.ts';
import { jointProject } from './joint-project.ts';
import { jointResearch } from './joint-research.ts';
import { languageCourse } from './language-course.ts';
import { longTraining } from './long-training.ts';
import { other } from './other.ts';
import { relief } from './relief.ts';
import { remains } from './remains.ts';
import { scholarship } from './scholarship.ts';
import { seminar } from './seminar.ts';
import { shortTraining } from './short-training.ts';
import { skillsCoaching } from './skills-coaching.ts';
import { skillsCompetition } from './skills-competition.ts';

export type { ActivityType } from './define.ts';

export const activityTypes: readonly ActivityType[] = [
  shortTraining, longTraining, languageCourse, scholarship, skillsCoaching, skillsCompetition, expertExchange, delegation, equipmentGrant, construction,
  curriculumTransfer, seminar, jointResearch, jointProject, remains, relief, other,
];
const byName = new Map(activityTypes.map((type) => [type.name, type]));

export const activityTypeOf = (name: string): ActivityType | undefined => byName.get(name);
export const activityTypeCodes: CodeList = codeList('activity-type', Object.fromEntries(activityTypes.map((type) => [type.name, type.label])));
/** Cases of `activity.details` and of `activity-progress.results`. */
export const detailCases: Readonly<Record<string, Fields>> = Object.fromEntries(activityTypes.map((type) => [type.name, type.fields]));
export const resultCases: Readonly<Record<string, Fields>> = Object.fromEntries(activityTypes.map((type) => [type.name, type.results]));

/** What a type says of its details; paths begin in the content. */
export const detailProblems = (type: string, details: unknown): readonly BrokenRule[] =>
  (details === undefined ? [] : (byName.get(type)?.check(details) ?? []).map((rule) => ({ ...rule, path: ['details', ...rule.path] })));
