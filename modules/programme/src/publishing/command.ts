/** `programme.joint-report`: a copy of the joint report for the command line. */
import { z } from 'zod';
import { command } from '@entente/web';
import { FORMATS, fileOf, liveReport } from '../joint-report/produce.ts';
import { programmeWords } from '../words.ts';
import { readScope } from './scope.ts';

export const jointReportCommand = command({
  name: 'programme.joint-report',
  about: programmeWords.entries['about-joint-report'],
  roles: ['coordinator', 'focal-point', 'leader', 'reader'],
  input: z.strictObject({
    from: z.string(), to: z.string(), lang: z.enum(['vi', 'lo', 'en']), format: z.enum(FORMATS).default('pdf'), themes: z.array(z.string()).default([]),
  }),
  async run(ctx, { lang, format, ...input }) {
    const scope = readScope(input, ctx.cooperation, lang);
    if (!scope.ok) return scope;
    const document = await liveReport({ read: ctx.read, cooperation: ctx.cooperation, party: ctx.kernel.party, lang }, scope.value);
    if (!document.ok) return document;
    return { ok: true, value: { as: 'file', file: await fileOf(document.value, format, `joint-report-${scope.value.from}-${scope.value.to}`) } };
  },
});
