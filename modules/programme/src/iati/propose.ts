/** Trying and proposing what a look found, many activities an act. */
import type { Intent, Problem, Result } from '@entente/kernel';
import type { Context } from '@entente/web';
import type { Look } from './look.ts';

/** Records that an act is asked to hold, with room for their contents. */
const AT_ONCE = 60;

interface Part { readonly intents: readonly Intent[]; /** By place in `intents`. */ readonly of: readonly Look[] }

/** Looks together while an act has room; one with much money goes on in acts of its own. */
function partsOf(looks: readonly Look[]): readonly Part[] {
  const parts: { intents: Intent[]; of: Look[] }[] = [];
  for (const look of looks) {
    for (const [at, intent] of look.intents.entries()) {
      const last = parts.at(-1);
      const rest = at === 0 ? look.intents.length : 1;
      if (last && last.intents.length + Math.min(rest, AT_ONCE) <= AT_ONCE) { last.intents.push(intent); last.of.push(look); }
      else parts.push({ intents: [intent], of: [look] });
    }
  }
  return parts;
}

/** Problems of an act by the look they are of; their paths begin in its content. */
function refusedIn(part: Part, problems: readonly Problem[]): ReadonlyMap<Look, readonly Problem[]> {
  const placed = problems.map((each) => ({ look: part.of[typeof each.path[0] === 'number' ? each.path[0] : 0], problem: { ...each, path: each.path.slice(2) } }));
  return new Map([...Map.groupBy(placed, ({ look }) => look)].flatMap(([look, each]): [Look, Problem[]][] => (look ? [[look, each.map(({ problem }) => problem)]] : [])));
}

const refused = (look: Look, problems: readonly Problem[]): Look => ({ ...look, state: 'problem', intents: [], money: 0, problems });

/** The looks with what only the kernel can say of them; nothing is written. */
export async function tried(ctx: Context, looks: readonly Look[], told?: (done: number) => void): Promise<readonly Look[]> {
  const wrong = new Map<Look, readonly Problem[]>();
  for (const part of partsOf(looks)) {
    // What goes on in a second act speaks of records that the first one makes.
    if (part.intents[0]?.verb === 'put' && part.of[0]?.state === 'new') continue;
    const judged = await ctx.judge(part.intents);
    for (const [look, problems] of judged.ok ? [] : refusedIn(part, judged.problems)) wrong.set(look, problems);
    told?.(looks.indexOf(part.of.at(-1)!) + 1);
  }
  return looks.map((look) => { const problems = wrong.get(look); return problems ? refused(look, problems) : look; });
}

export interface Proposed {
  readonly activities: number;
  readonly transactions: number;
  /** Activities held by this side's own approvals. */
  readonly waiting: number;
  /** What the kernel refused. */
  readonly refused: readonly Look[];
}
export type Commit = (intents: readonly Intent[]) => Promise<Result<object>>;

/** Proposes what is good; an activity that the kernel refuses is left out with its money, and told. Stopped between two acts, the same file goes on where it was. */
export async function propose(commit: Commit, looks: readonly Look[], told?: (done: number) => void): Promise<Proposed> {
  let all: Proposed = { activities: 0, transactions: 0, waiting: 0, refused: [] };
  const out = new Set<Look>();
  for (const whole of partsOf(looks)) {
    for (let part = without(whole, out); part.intents.length > 0;) {
      const done = await commit(part.intents);
      if (done.ok) { all = added(all, part, 'waits' in done.value && done.value.waits !== undefined); break; }
      const wrong = refusedIn(part, done.problems);
      for (const [look, problems] of wrong) { out.add(look); all = { ...all, refused: [...all.refused, refused(look, problems)] }; }
      part = without(part, out);
    }
    told?.(looks.indexOf(whole.of.at(-1)!) + 1);
  }
  return all;
}

function without({ intents, of }: Part, out: ReadonlySet<Look>): Part {
  const kept = intents.map((intent, at) => ({ intent, look: of[at]! })).filter(({ look }) => !out.has(look));
  return { intents: kept.map(({ intent }) => intent), of: kept.map(({ look }) => look) };
}

function added(before: Proposed, { intents }: Part, waits: boolean): Proposed {
  const activities = intents.filter(({ verb }) => verb === 'propose').length;
  if (waits) return { ...before, waiting: before.waiting + activities };
  return { ...before, activities: before.activities + activities, transactions: before.transactions + intents.filter((intent) => intent.verb === 'put' && intent.kind === 'transaction').length };
}
