/** `tables.export` and `tables.import`: tables for the command line and for programs. */
import { z } from 'zod';
import type { AnyKind, Problem } from '@entente/kernel';
import { command, json, type Command, type Context } from '../module.ts';
import { mayWrite } from '../policy.ts';
import { type CellProblem, countsOf, lookAt, type Look } from './look.ts';
import { listedRows, tableFile } from './take.ts';
import { tables } from './words.ts';
import { writeRows } from './write.ts';

/** A kind by its name or the first part of its address. */
export function kindNamed(ctx: Pick<Context, 'kernel'>, name: string): AnyKind | undefined {
  return ctx.kernel.kinds.get(name) ?? [...ctx.kernel.kinds.values()].find((kind) => kind.path === name);
}
const unknown = (kind: string): { readonly ok: false; readonly problems: readonly Problem[] } => ({ ok: false, problems: [{ id: 'tables.no-kind', path: ['kind'], params: { kind } }] });

const exportCommand = command({
  name: 'tables.export',
  about: tables.entries['about-export'],
  roles: ['coordinator', 'focal-point', 'leader', 'reader'],
  input: z.strictObject({
    kind: z.string(), format: z.enum(['xlsx', 'csv']).default('xlsx'),
    /** As in the address of the list: `{"period": "…", "by": "VN"}`. */
    filters: z.record(z.string(), z.string()).default({}),
    /** Heading and list of values only. */
    blank: z.boolean().default(false),
  }),
  async run(ctx, input) {
    const kind = kindNamed(ctx, input.kind);
    if (!kind) return unknown(input.kind);
    const made = await tableFile(ctx, kind, input.blank ? [] : listedRows({ ...ctx, query: { ...ctx.query, ...input.filters } }, kind), input.format);
    return made.ok ? { ok: true, value: { as: 'file', file: made.value } } : made;
  },
});

const importCommand = command({
  name: 'tables.import',
  about: tables.entries['about-import'],
  roles: ['coordinator', 'focal-point', 'administrator'],
  input: z.strictObject({
    kind: z.string(), name: z.string().max(255), file: z.base64(), dryRun: z.boolean().default(false),
    /** Write the rows that are good although others are not. */
    goodRows: z.boolean().default(false),
    /** Of joint kinds: consent in the same act. */
    agree: z.boolean().default(true),
  }),
  async run(ctx, input) {
    const kind = kindNamed(ctx, input.kind);
    if (!kind) return unknown(input.kind);
    if (!mayWrite(ctx, kind)) return { ok: false, problems: [{ id: 'policy.role', path: [] }] };
    const look = await lookAt(ctx, kind, { name: input.name, bytes: Uint8Array.from(Buffer.from(input.file, 'base64')) });
    if (!look.ok) return look;
    const summary = summaryOf(ctx, look);
    if (input.dryRun) return { ok: true, value: json({ ...summary, written: 0, waiting: 0 }) };
    if (summary.problems.length > 0 && !input.goodRows) {
      return { ok: false, problems: look.rows.flatMap((row) => row.problems.map(({ cell, problem }) => ({ ...problem, path: [cell] }))) };
    }
    const done = await writeRows((intents) => ctx.commit(intents), kind, look.rows, { agree: input.agree, onlyGood: input.goodRows });
    if (done.problems.length > 0 && !input.goodRows) return { ok: false, problems: done.problems.map(({ cell, problem }) => ({ ...problem, path: [cell] })) };
    return { ok: true, value: json({ ...summary, problems: [...summary.problems, ...done.problems.map((one) => toldOf(ctx, one))], written: done.written - done.waiting, waiting: done.waiting }) };
  },
});

/** How many rows of each state, and every problem at its cell in the reader's words. */
function summaryOf(ctx: Pick<Context, 'say'>, { rows, strangers }: Extract<Look, { ok: true }>) {
  return { counts: countsOf(rows), strangers, problems: rows.flatMap((row) => row.problems.map((one) => toldOf(ctx, one))) };
}
const toldOf = (ctx: Pick<Context, 'say'>, { cell, problem }: CellProblem) => ({ cell, id: problem.id, message: ctx.say(problem) });

export const tableCommands: readonly Command[] = [exportCommand, importCommand];
