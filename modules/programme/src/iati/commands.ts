/** `programme.iati` and `programme.iati-import`, and the address of the file. */
import { z } from 'zod';
import { command, json, type PageRoute } from '@entente/web';
import { iatiFile } from './file.ts';
import { lookAt } from './look.ts';
import { propose, tried } from './propose.ts';
import { iatiWords } from './words.ts';

const REF = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{1,100}$/u);
export const iatiCommand = command({
  name: 'programme.iati', about: iatiWords.entries['about-export'], roles: ['coordinator', 'focal-point', 'leader', 'reader'],
  /** Identifier of the reporting organisation, as registered (org-id.guide). */
  input: z.strictObject({ ref: REF.optional() }),
  run: async (ctx, { ref }) => ({ ok: true, value: { as: 'file', file: await iatiFile(ctx, ref) } }),
});

/** GET `/iati.xml`. */
export const iatiFilePage: PageRoute = {
  path: '/iati.xml',
  render: (ctx) => ctx.longFile({ title: (lang) => iatiWords.t(lang)('file'), run: async (work) => ({ ok: true, value: { as: 'file', file: await iatiFile(ctx, undefined, (done) => { work.signal.throwIfAborted(); work.report({ done }); }) } }) }),
};

export const iatiImportCommand = command({
  name: 'programme.iati-import', about: iatiWords.entries['about-import'], roles: ['coordinator'],
  input: z.strictObject({
    file: z.base64(), dryRun: z.boolean().default(true),
    /** Types of activity by identifier, where the codes of the file leave it open. */
    types: z.record(z.string(), z.string()).default({}),
  }),
  async run(ctx, input) {
    const looks = await lookAt(ctx, Uint8Array.from(Buffer.from(input.file, 'base64')), input.types);
    if (!looks.ok) return looks;
    const done = input.dryRun ? { activities: 0, transactions: 0, waiting: 0, refused: [] } : await propose((intents) => ctx.commit(intents), looks.value);
    const refused = new Map(done.refused.map((look) => [look.record, look]));
    const found = input.dryRun ? await tried(ctx, looks.value) : looks.value.map((look) => refused.get(look.record) ?? look);
    const activities = found.map(({ identifier, state, record, type, types, problems, left, money }) => ({ identifier, state, record, type, types, transactions: money, left, problems: problems.map((each) => ({ id: each.id, path: each.path, message: ctx.say(each) })) }));
    return { ok: true, value: json({ activities, proposed: done.activities, transactions: done.transactions, waiting: done.waiting }) };
  },
});
