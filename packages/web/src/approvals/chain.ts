/** A side's own chain, as plain rules: what waits, for whom, and what a decision makes of it. */
import type { AnyKind, Intent, Person, Role, Verb } from '@entente/kernel';
import type { Approval } from './kind.ts';

/** One step: whoever holds a role, or one person by login. */
export interface ChainStep { readonly role?: Role | undefined; readonly person?: string | undefined }

/** What of a side's words passes through which steps before it is said. */
export interface Chain {
  /** All cooperations when absent. */
  readonly coop?: string | undefined;
  /** All joint kinds when absent; owned ones only by name. */
  readonly kinds?: readonly string[] | undefined;
  readonly steps: readonly ChainStep[];
}

/** The verbs by which a side binds itself or speaks for itself. */
const BINDING: ReadonlySet<string> = new Set(['propose', 'consent', 'reject', 'put', 'retire']);

/** One thing that is to be said. */
export interface Deed { readonly verb: Verb; readonly kind: AnyKind | undefined }

/** What intents say, each of the kind `kindOf` tells; who proposes and agrees says two things. */
export const deedsOf = (intents: readonly Intent[], kindOf: (intent: Intent) => AnyKind | undefined): readonly Deed[] => intents.flatMap((intent) => {
  const kind = kindOf(intent);
  return intent.verb === 'propose' && intent.agree ? [{ verb: 'propose', kind }, { verb: 'consent', kind }] as const : [{ verb: intent.verb, kind }];
});

/** The chain an act passes through; null when it may be said at once. The first that concerns any of its intents counts. */
export function chainFor(chains: readonly Chain[], coop: string, intents: readonly Deed[]): Chain | null {
  return chains.find((chain) => (chain.coop ?? coop) === coop && chain.steps.length > 0
    && intents.some(({ verb, kind }) => kind !== undefined && kind.audience !== 'home' && BINDING.has(verb) && (chain.kinds ? chain.kinds.includes(kind.name) : kind.regime === 'joint'))) ?? null;
}

export interface Standing extends Person { readonly login: string }

/** Whether a step is this person's to take. */
export const fits = (step: ChainStep | Approval['steps'][number] | undefined, person: Pick<Standing, 'roles' | 'login'>): boolean =>
  step !== undefined && (step.person === undefined ? person.roles.some((role) => role === step.role) : step.person === person.login);

/** Where an act of this person begins: whoever stands in the chain themselves has approved up to there by writing. */
export const firstStep = (chain: Chain, person: Pick<Standing, 'roles' | 'login'>): number => chain.steps.findLastIndex((step) => fits(step, person)) + 1;

/** Whether these roles may say all of it. */
export const maySay = (roles: readonly Role[], deeds: readonly Deed[]): boolean => deeds.every(({ verb, kind }) => kind?.may[verb]?.some((role) => roles.includes(role)) ?? false);

/**
 * The roles in which a person's words are said: their own, or, for who stands in the chain, the first behind them that may. A
 * focal point so writes what the coordinator says. Null when nobody may.
 */
export function voiceOf(chain: Chain | null, person: Pick<Standing, 'roles' | 'login'>, deeds: readonly Deed[]): readonly Role[] | null {
  if (maySay(person.roles, deeds)) return person.roles;
  const from = chain ? firstStep(chain, person) : 0;
  const role = from === 0 ? undefined : chain?.steps.slice(from).map((step) => step.role).find((one) => one !== undefined && maySay([one], deeds));
  return role === undefined ? null : [role];
}

/** Whether a person may write this for somebody behind them in the chain to say. */
export const writesFor = (chains: readonly Chain[], coop: string, person: Pick<Standing, 'roles' | 'login'>, deed: Deed): boolean =>
  voiceOf(chainFor(chains, coop, [deed]), person, [deed]) !== null;

/** The record after an approval: at the next step, or done. Nobody approves two steps that follow each other twice. */
export function approved(before: Approval, person: Standing, at: string, note: string): Approval {
  const step = before.next ?? 0;
  const next = nextStep(before, step, person);
  return { ...before, ...place(before, next), decisions: [...before.decisions, line(step, 'approved', person, at, note)] };
}

/** One approval counts for the steps after it that are the same person's too. */
function nextStep(before: Approval, step: number, person: Standing): number {
  let next = step + 1;
  while (next < before.steps.length && fits(before.steps[next], person)) next += 1;
  return next;
}

const place = (before: Approval, next: number): Pick<Approval, 'state' | 'next'> => (next >= before.steps.length ? { state: 'done', next: before.steps.length } : { state: 'waiting', next });

/** Whether this person's approval is the last one needed. */
export const isLast = (before: Approval, person: Standing): boolean => nextStep(before, before.next ?? 0, person) >= before.steps.length;

/** The record after it was returned or withdrawn: closed, with the reason. */
export function closed(before: Approval, verdict: 'returned' | 'withdrawn', person: Standing, at: string, note: string): Approval {
  return { ...before, state: verdict, decisions: [...before.decisions, line(before.next ?? 0, verdict, person, at, note)] };
}

export const line = (step: number, verdict: 'begun' | 'approved' | 'returned' | 'withdrawn', person: Pick<Standing, 'id'>, at: string, note: string): Approval['decisions'][number] =>
  ({ step, verdict, person: person.id, at, ...(note === '' ? {} : { note }) });
