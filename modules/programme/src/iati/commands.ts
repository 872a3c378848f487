/** `programme.iati` and `programme.iati-import`, and the page that gives the file. */
import { z } from 'zod';
import { contentProblems, type Intent } from '@entente/kernel';
import { command, json, type CommandContext, type PageRoute } from '@entente/web';
import { activity } from '../kinds/index.ts';
import { publisherOf, iatiFile } from './file.ts';
import { readIati, type Found } from './read.ts';
import { iatiWords } from './words.ts';

const REF = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{1,100}$/u);
/** Activities proposed in one act. */
const AT_ONCE = 40;

export const iatiCommand = command({
  name: 'programme.iati', about: iatiWords.entries['about-export'], roles: ['coordinator', 'focal-point', 'leader', 'reader'],
  /** Identifier of the reporting organisation, as registered (org-id.guide). */
  input: z.strictObject({ ref: REF.optional() }),
  run: async (ctx, { ref }) => ({ ok: true, value: { as: 'file', file: await iatiFile(ctx, ref) } }),
});

/** GET `/iati.xml`. */
export const iatiPage: PageRoute = {
  path: '/iati.xml',
  render: (ctx) => ctx.longFile({ title: (lang) => iatiWords.t(lang)('file'), run: async () => ({ ok: true, value: { as: 'file', file: await iatiFile(ctx) } }) }),
};

type State = 'new' | 'known' | 'problem';
interface Look { readonly identifier: string; readonly state: State; readonly record: string; readonly problems: readonly { readonly id: string; readonly path: readonly (string | number)[]; readonly message: string }[]; readonly left: readonly string[]; readonly intent: Intent | null }

export const iatiImportCommand = command({
  name: 'programme.iati-import', about: iatiWords.entries['about-import'], roles: ['coordinator'],
  input: z.strictObject({ file: z.base64(), dryRun: z.boolean().default(true) }),
  async run(ctx, input) {
    const read = readIati(Uint8Array.from(Buffer.from(input.file, 'base64')), ctx.cooperation);
    if (!read.ok) return read;
    const looks = await lookAt(ctx, read.value);
    const good = looks.flatMap((look) => look.intent ?? []);
    let proposed = 0;
    for (let from = 0; !input.dryRun && from < good.length; from += AT_ONCE) {
      const done = await ctx.commit(good.slice(from, from + AT_ONCE));
      if (!done.ok) return done;
      proposed += Math.min(AT_ONCE, good.length - from);
    }
    return { ok: true, value: json({ activities: looks.map(({ identifier, state, record, problems, left }) => ({ identifier, state, record, problems, left })), proposed }) };
  },
});

/** What each activity of the file would become. One that was brought in or published by us is known by its identifier. */
async function lookAt(ctx: CommandContext, found: readonly Found[]): Promise<readonly Look[]> {
  const prefix = `${publisherOf(ctx).ref}-`;
  const idOf = ({ identifier }: Found): string => (identifier.startsWith(prefix) ? identifier.slice(prefix.length) : ctx.kernel.naturalId(ctx.cooperation.id, activity.name, `iati|${identifier}`));
  const known = new Set((await ctx.read.many(ctx.cooperation.id, found.map(idOf).filter((id) => /^[0-9a-f-]{36}$/u.test(id)))).keys());
  const seen = new Set<string>();
  return Promise.all(found.map(async (one): Promise<Look> => {
    const record = idOf(one);
    const base = { identifier: one.identifier, record, left: one.left };
    const told = (problems: readonly { readonly id: string; readonly path: readonly (string | number)[] }[]): Look =>
      ({ ...base, state: 'problem', intent: null, problems: problems.map((each) => ({ id: each.id, path: each.path, message: ctx.say(each) })) });
    if (one.identifier === '') return told([{ id: 'iati.no-identifier', path: [] }]);
    if (seen.has(record)) return told([{ id: 'iati.twice', path: [] }]);
    seen.add(record);
    if (known.has(record)) return { ...base, state: 'known', intent: null, problems: [] };
    const problems = contentProblems(activity, one.content, ctx.cooperation);
    if (problems.length > 0) return told(problems);
    const intent: Intent = { verb: 'propose', kind: activity.name, record, content: one.content, agree: true };
    const judged = await ctx.kernel.check([intent], { coop: ctx.cooperation.id, by: ctx.person });
    return judged.ok ? { ...base, state: 'new', intent, problems: [] } : told(judged.problems);
  }));
}
