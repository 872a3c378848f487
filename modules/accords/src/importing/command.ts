/** `accords.import`: what a text holds, for the command line; proposed when asked to. */
import { z } from 'zod';
import { command, json } from '@entente/web';
import { isLang } from '@entente/text';
import { readText, readUpload } from '../reading/index.ts';
import { accordsWords } from '../words.ts';
import { proposal } from './propose.ts';
import { registersOf } from './registers.ts';
import { benchOf } from './workbench.ts';

export const importCommand = command({
  name: 'accords.import',
  about: accordsWords.entries['about-import'],
  roles: ['coordinator', 'focal-point', 'leader', 'reader'],
  input: z.strictObject({
    name: z.string().max(255), file: z.base64(), lang: z.enum(['vi', 'lo', 'en']).optional(), propose: z.boolean().default(false), title: z.string().optional(), theme: z.string().optional(),
  }),
  async run(ctx, input) {
    const upload = readUpload(Uint8Array.from(Buffer.from(input.file, 'base64')), input.name);
    if (!upload.ok) return upload;
    const { register, people } = await registersOf(ctx.read, ctx.cooperation);
    const { text } = upload.value;
    const reading = readText(text, { register, people, ...(isLang(input.lang) ? { lang: input.lang } : {}) });
    const items = reading.items.map((item) => ({
      number: item.number, text: item.text, ...(item.parent === undefined ? {} : { parent: item.parent }), source: item.source, found: item.found,
    }));
    const found = { lang: reading.lang, title: reading.title?.text ?? null, date: reading.date?.date ?? null, place: reading.place?.text ?? null, items, notes: reading.notes };
    if (!input.propose) return { ok: true, value: json({ ...found, proposed: null }) };
    if (input.theme !== undefined && !Object.hasOwn(ctx.cooperation.themes, input.theme)) return { ok: false, problems: [{ id: 'accords.import-theme-unknown', path: ['theme'], params: { theme: input.theme } }] };
    const bench = benchOf(text, input.name, reading);
    const made = proposal({
      ...bench, title: input.title ?? bench.title, items: bench.items.map((item) => (item.themes.length === 0 && input.theme !== undefined ? { ...item, themes: [input.theme] } : item)),
    }, { coop: ctx.cooperation.id, parties: ctx.cooperation.parties.map((party) => party.id), naturalId: ctx.kernel.naturalId, agree: true });
    if (!made.ok) return made;
    const committed = await ctx.commit(made.value.intents);
    return committed.ok ? { ok: true, value: json({ ...found, proposed: { instrument: made.value.instrument, commitments: made.value.commitments, act: committed.value.act } }) } : committed;
  },
});
