/** What an IATI file would become here, activity by activity, before anything is proposed. */
import { contentProblems, type Intent, type Problem, type Result } from '@entente/kernel';
import type { Context } from '@entente/web';
import { activityTypeOf } from '../activity-types/index.ts';
import { activity } from '../kinds/index.ts';
import { publisherOf } from './file.ts';
import { readIati, type Found } from './read.ts';

export interface Look {
  readonly identifier: string;
  readonly title: Readonly<Record<string, string>>;
  readonly state: 'new' | 'known' | 'problem';
  readonly record: string;
  /** The type it would have; `types` are those its codes allow: a person chooses where they are not one. */
  readonly type: string;
  readonly types: readonly string[];
  readonly problems: readonly Problem[];
  /** Elements that are not taken over. */
  readonly left: readonly string[];
  readonly intent: Intent | null;
}

/** Types that a person chose, by identifier. */
export type Chosen = Readonly<Record<string, string>>;

/** Reads the file and judges each activity; one that was brought in or published by us is known by its identifier. */
export async function lookAt(ctx: Context, bytes: Uint8Array, chosen: Chosen = {}): Promise<Result<readonly Look[]>> {
  const read = readIati(bytes, ctx.cooperation);
  if (!read.ok) return read;
  const found = read.value.map((one) => withType(one, chosen));
  const prefix = `${publisherOf(ctx).ref}-`;
  const idOf = ({ identifier }: Found): string => (identifier.startsWith(prefix) ? identifier.slice(prefix.length) : ctx.kernel.naturalId(ctx.cooperation.id, activity.name, `iati|${identifier}`));
  const known = new Set((await ctx.read.many(ctx.cooperation.id, found.map(idOf).filter((id) => /^[0-9a-f-]{36}$/u.test(id)))).keys());
  const seen = new Set<string>();
  return { ok: true, value: await Promise.all(found.map(async (one): Promise<Look> => {
    const record = idOf(one);
    const title = one.content['title'] as Look['title'] | undefined;
    const base = { identifier: one.identifier, title: title ?? {}, record, type: String(one.content['type']), types: one.types, left: one.left };
    const told = (problems: readonly Problem[]): Look => ({ ...base, state: 'problem', intent: null, problems });
    if (one.identifier === '') return told([{ id: 'iati.no-identifier', path: [] }]);
    if (seen.has(record)) return told([{ id: 'iati.twice', path: [] }]);
    seen.add(record);
    if (known.has(record)) return { ...base, state: 'known', intent: null, problems: [] };
    const problems = contentProblems(activity, one.content, ctx.cooperation);
    if (problems.length > 0) return told(problems);
    const intent: Intent = { verb: 'propose', kind: activity.name, record, content: one.content, agree: true };
    const judged = await ctx.kernel.check([intent], { coop: ctx.cooperation.id, by: ctx.person });
    return judged.ok ? { ...base, state: 'new', intent, problems: [] } : told(judged.problems.map((each) => ({ ...each, path: each.path.slice(2) })));
  })) };
}

function withType(one: Found, chosen: Chosen): Found {
  const type = Object.hasOwn(chosen, one.identifier) ? chosen[one.identifier] : undefined;
  return type !== undefined && activityTypeOf(type) ? { ...one, content: { ...one.content, type } } : one;
}

/** Activities proposed in one act. */
const AT_ONCE = 40;

/** Proposes what the look found good, in acts of some activities; answers how many. `waiting`: held by this side's own approvals. */
export async function propose(commit: (intents: readonly Intent[]) => Promise<Result<object>>, looks: readonly Look[]): Promise<Result<{ readonly proposed: number; readonly waiting: number }>> {
  const good = looks.flatMap((look) => look.intent ?? []);
  let [proposed, waiting] = [0, 0];
  for (let from = 0; from < good.length; from += AT_ONCE) {
    const part = good.slice(from, from + AT_ONCE);
    const done = await commit(part);
    if (!done.ok) return done;
    if ('waits' in done.value && done.value.waits !== undefined) waiting += part.length;
    else proposed += part.length;
  }
  return { ok: true, value: { proposed, waiting } };
}
