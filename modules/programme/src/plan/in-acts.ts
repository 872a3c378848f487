/** Much that is said of a plan: one act where it fits, else a job of several. */
import { ok, problem, refuse, type Intent, type Problem, type Regime, type Result } from '@entente/kernel';
import { actsOf, approval, type ActionContext, type Decision, type JobOutcome, type Said, type Work } from '@entente/web';
import { planWords } from './words.ts';

export interface ToSay {
  readonly title: Said;
  /** One job under it at a time. */
  readonly key: string;
  readonly regime: Regime;
  /** How many there are to say, as far as it is known before they are read. */
  readonly total: number;
  /** In order, batch by batch; asked from the beginning each time. */
  readonly intents: () => AsyncIterable<readonly Intent[]>;
  /** The page to go on to, and what it is told there of how many were said. */
  readonly goto: string;
  readonly said: (count: number) => Said;
  /** Told beside the result: what was left out, and why. */
  readonly notes?: () => readonly Problem[];
}

/** Says it at once where it is one act, else as a job; `problems` where there is nothing to say. */
export async function inActs(ctx: ActionContext, wish: ToSay, nothing: string): Promise<Result<Decision>> {
  const first: Intent[] = [];
  const batches = wish.intents()[Symbol.asyncIterator]();
  for (let next = await batches.next(); !next.done; next = await batches.next()) {
    first.push(...next.value);
    if (actsOf(first, (intent) => intent, wish.regime).length > 1) return job(ctx, wish);
  }
  if (first.length === 0) return refuse(problem(nothing));
  const notes = wish.notes?.() ?? [];
  return ok({ intents: first, goto: wish.goto, flash: [wish.said(first.length)(ctx.lang), ...notes.map((each) => ctx.say(each))].join(' ') });
}

function job(ctx: ActionContext, wish: ToSay): Result<Decision> {
  const started = ctx.startJob({ title: wish.title, key: wish.key, run: (work) => sayAll(ctx, wish, work) });
  return started.ok ? ok({ goto: started.value.href }) : started;
}

async function sayAll(ctx: ActionContext, wish: ToSay, work: Work): Promise<Result<JobOutcome>> {
  let done = 0;
  work.report({ done, total: wish.total });
  const acts = await Array.fromAsync(filled(wish));
  const committed = await work.commitAll(acts, (count) => {
    work.signal.throwIfAborted();
    work.report({ done: (done += count) });
  });
  if (!committed.ok) return committed;
  const { waits } = committed.value;
  return ok({ as: 'page', href: waits === undefined ? wish.goto : ctx.href.record(approval.name, waits), label: wish.said(waits === undefined ? done : acts.flat().length), notes: wish.notes?.() ?? [] });
}

/** Acts as full as they may be, whatever the batches. */
async function* filled({ intents, regime }: ToSay): AsyncGenerator<readonly Intent[]> {
  let held: readonly Intent[] = [];
  for await (const batch of intents()) {
    const acts = actsOf([...held, ...batch], (intent) => intent, regime);
    yield* acts.slice(0, -1);
    held = acts.at(-1) ?? [];
  }
  if (held.length > 0) yield held;
}

export const titled = (key: 'copying' | 'agreeing'): Said => (lang) => planWords.t(lang)(key);
