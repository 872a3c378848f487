/** POST of a kind's form: read, check, one commit; shown again with everything typed when something is wrong. */
import type { AnyKind, Fields, FileRef, Intent, Problem, Purpose } from '@entente/kernel';
import { makeActionContext, mayRead } from '../context.ts';
import type { Request } from '../door/env.ts';
import { walk } from '../fields/content.ts';
import { allProblems, ofForm } from '../forms/check.ts';
import { caseProblems, pressed } from '../forms/controls.ts';
import type { Form } from '../forms/form.ts';
import { placeOf } from '../forms/place.ts';
import { readContent } from '../forms/read.ts';
import { withoutBlankRows } from '../forms/rows.ts';
import type { ActionContext, Context, PageResult } from '../module.ts';
import { mayWrite } from '../policy.ts';
import { commit, formOf, goToApproval, keepUploads, takeOver } from '../routes/forms.ts';
import { errorPage, goTo, present } from '../routes/present.tsx';
import type { Web } from '../web.ts';
import { pages } from '../words/pages.ts';
import { conflictPage, ownProposalPage } from './conflict.tsx';
import { type Desk, editDesk, editPage, newDesk, purposesFor } from './edit.tsx';
import { idOfName, nameOf, recordNamed } from './natural.ts';
import { recordAt } from './at.ts';

const LONGEST_NOTE = 2_000;

/** The desk a form stands on; null when the record is not there, `forbidden` when it is not the person's to write. */
export async function deskFor(ctx: Context, kind: AnyKind): Promise<Desk | 'forbidden' | null> {
  if (ctx.params['id'] === undefined) return mayWrite(ctx, kind) ? newDesk(ctx, kind) : 'forbidden';
  const row = await recordAt(ctx, kind);
  if (!row) return null;
  const isOurs = kind.regime === 'joint' || row.party === ctx.party.id;
  return mayWrite(ctx, kind) && isOurs && row.standing !== 'retired' ? editDesk(ctx, kind, row) : 'forbidden';
}

/** Handles the form of a kind, for a new record or an edit. */
export const writeHandler = (web: Web, kind: AnyKind) => async (c: Request): Promise<Response> => {
  const sent = await formOf(web, c);
  if (sent instanceof Response) return sent;
  const desk = await deskFor(makeActionContext(web, c), kind);
  if (desk === null || desk === 'forbidden') return errorPage(web, c, desk === null ? 404 : 403);
  const kept = await keepUploads(makeActionContext(web, c), sent);
  const { form, control } = pressed(kept.form);
  if (control === 'case' || (control && kept.refused.length > 0)) return shownAgain(web, c, desk, form, [...kept.refused, ...caseProblems(form)]);
  const ctx = makeActionContext(web, c, { typed: form });
  if (control) await takeOver(c, ctx, form);
  if (control === 'draft') {
    return goTo(web, c, ctx.url.pathname + ctx.url.search, pages.t(ctx.lang)('draft-saved'));
  }
  if (control) return present(web, c, ctx, await editPage(ctx, desk));
  return decide(web, c, desk, withoutBlankRows(form), kept.refused);
};

/** `refused`: files that are not what they say. */
async function decide(web: Web, c: Request, desk: Desk, form: Form, refused: readonly Problem[]): Promise<Response> {
  const { kind } = desk;
  const ctx = makeActionContext(web, c, { typed: form });
  const read = readContent(kind.fields as Fields, form, ctx.lang, desk.base);
  const problems = [...await allProblems(ctx, kind, read, intentOf(desk, form, read.content, desk.row?.id)), ...await foreignFiles(web, ctx, desk, read.content), ...noteProblems(form), ...refused];
  if (problems.length > 0) return shownAgain(web, c, desk, form, problems);
  const target = await naturalDesk(ctx, desk, read.content);
  const committed = await commit(web, ctx, [intentOf(target.desk, form, read.content, target.record)], form.text('_note').trim());
  if (!committed.ok) {
    const met = await meeting(ctx, target.desk, form, read.content, committed.problems);
    if (!met) return shownAgain(web, c, desk, form, ofForm(committed.problems));
    await takeOver(c, ctx, form);
    return present(web, c, ctx, met, 409);
  }
  await ctx.dropDraft(placeOf(ctx.url));
  c.set('saved', ctx.typing);
  if (committed.value.waits) return goToApproval(web, c, ctx, committed.value.waits);
  const record = committed.value.records[0]?.record ?? '';
  const w = pages.t(ctx.lang);
  return goTo(web, c, ctx.href.record(kind.name, record), w(kind.regime === 'joint' ? 'proposed' : 'saved'));
}

/** What somebody else wrote meanwhile, against what was typed; null where the problem is another. */
async function meeting(ctx: Context, desk: Desk, form: Form, mine: Record<string, unknown>, problems: readonly Problem[]): Promise<PageResult | null> {
  if (problems.some((one) => one.id === 'record.changed')) return conflictPage(ctx, desk, form, mine);
  const bound = problems.find((one) => one.id === 'consent.needs-release')?.params;
  return bound && desk.row ? ownProposalPage(ctx, desk, desk.row, form, mine, { h: String(bound['h']), by: String(bound['by']) }) : null;
}

/** A note is kept whole or not at all; what ends a record says why. */
function noteProblems(form: Form): readonly Problem[] {
  const { length } = form.text('_note').trim();
  if (length > LONGEST_NOTE) return [{ id: 'field.too-long', path: ['_note'], params: { most: LONGEST_NOTE } }];
  return length === 0 && form.text('_as') === 'tombstone' ? [{ id: 'record.reason', path: ['_note'] }] : [];
}

/** A new record of a name that is taken is that record: somebody may have made it meanwhile. */
async function naturalDesk(ctx: Context, desk: Desk, content: Record<string, unknown>): Promise<{ readonly desk: Desk; readonly record: string | undefined }> {
  const { kind, row } = desk;
  if (row || kind.regime !== 'owned') return { desk, record: row?.id };
  const [name, found] = [nameOf(kind, content), await recordNamed(ctx, kind, content)];
  if (found) return { desk: { ...desk, row: found, on: found.version }, record: found.id };
  return { desk, record: name === null ? undefined : idOfName(ctx, kind, name) };
}

function intentOf({ kind, on }: Desk, form: Form, content: Record<string, unknown>, record: string | undefined): Intent {
  const seen = form.has('_on') ? form.text('_on') || null : on;
  const target = record ? { record, on: seen } : {};
  if (kind.regime === 'owned') return { verb: 'put', kind: kind.name, content, ...target };
  const purpose = purposesFor(seen === null).find((one) => one === form.text('_as'));
  return { verb: 'propose', kind: kind.name, content, agree: form.text('_do') === 'propose-agree', ...(purpose ? { as: purpose satisfies Purpose } : {}), ...target };
}

/** A file may be named only by who may read it: naming it in a record would open it to them. */
async function foreignFiles(web: Web, ctx: ActionContext, desk: Desk, content: Record<string, unknown>): Promise<readonly Problem[]> {
  const fields = desk.kind.fields as Fields;
  const problems: Problem[] = [];
  for (const { path, field, value } of walk(fields, content)) {
    if (field.type !== 'files' || !Array.isArray(value)) continue;
    for (const file of value as FileRef[]) {
      if (!await mayRead(web, ctx.person, ctx.cooperation.id, file.sha256)) problems.push({ id: 'upload.unknown-file', path: path.split('.'), params: { name: file.name } });
    }
  }
  return problems;
}

async function shownAgain(web: Web, c: Request, desk: Desk, form: Form, problems: readonly Problem[]): Promise<Response> {
  const ctx = makeActionContext(web, c, { typed: form, problems });
  await takeOver(c, ctx, form);
  return present(web, c, ctx, await editPage(ctx, desk), 422);
}
