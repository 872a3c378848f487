/** What is proposed on a joint record, how it differs from what stands, and what this party may answer. */
import type { VNode } from 'preact';
import type { AnyKind, Candidate, Choice, RecordRow } from '@entente/kernel';
import { formatInstant } from '@entente/text';
import { type ButtonSpec, Buttons, Crossed, Panel, Voice } from '@entente/ui';
import { scopeOf, type Scope } from '../fields/scope.ts';
import { partyName } from '../lists/columns.ts';
import type { Context } from '../module.ts';
import { may, takesPart } from '../policy.ts';
import { pages } from '../words/pages.ts';
import { words } from '../words/records.ts';
import { ContentDifference } from './difference.tsx';

interface Desk {
  readonly ctx: Context;
  readonly kind: AnyKind;
  readonly row: RecordRow;
  readonly scope: Scope;
  readonly choices: ReadonlyMap<string, Choice>;
  readonly agreed: Record<string, unknown> | null;
}

/** Open proposals: one under its proposer's mark, or crossed ones beside each other. Null when nothing is open. */
export async function proposalsPanel(ctx: Context, kind: AnyKind, row: RecordRow): Promise<VNode | null> {
  const candidates = (await ctx.read.candidates(ctx.cooperation.id, row.id)).filter((candidate) => candidate.status === 'open');
  if (candidates.length === 0) return null;
  const choices = new Map((await ctx.read.choices(ctx.cooperation.id, row.id)).map((choice) => [choice.h, choice]));
  const scope = await scopeOf(ctx, kind, [...candidates.map((candidate) => candidate.content), row.content]);
  const desk: Desk = { ctx, kind, row, scope, choices, agreed: row.ordinal > 0 ? row.content : null };
  const action = `${ctx.href.record(kind.name, row.id)}/answer`;
  const [first, second] = candidates;
  if (first && second) return <div id="proposals">{crossed(desk, candidates, action, <ContentDifference scope={scope} kind={kind} before={first.content} after={second.content} />)}</div>;
  return first ? <Panel title={pages.t(ctx.lang)('proposals')} id="proposals">{single(desk, first, action)}</Panel> : null;
}

function single(desk: Desk, candidate: Candidate, action: string): VNode {
  const { ctx } = desk;
  return (
    <Voice party={proposer(candidate)} note={when(ctx, candidate)}>
      <Said desk={desk} candidate={candidate} />
      <form method="post" action={action}>
        {Object.entries(ctx.hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <Buttons buttons={answers(desk, candidate)} />
      </form>
    </Voice>
  );
}

function crossed(desk: Desk, candidates: readonly Candidate[], action: string, difference: VNode): VNode {
  const { ctx } = desk;
  return (
    <Crossed action={action} hidden={ctx.hidden} difference={difference} versions={candidates.map((candidate) => ({
      key: candidate.h, party: proposer(candidate), when: when(ctx, candidate),
      children: <Said desk={desk} candidate={candidate} isCrossed />,
      agreed: agreedBy(ctx, candidate), actions: answers(desk, candidate, true),
    }))} />
  );
}

function Said({ desk, candidate, isCrossed = false }: { readonly desk: Desk; readonly candidate: Candidate; /** Who agreed is said under each of crossed versions. */ readonly isCrossed?: boolean }): VNode {
  const { ctx, scope, kind, agreed } = desk;
  const w = pages.t(ctx.lang);
  const note = candidate.proposals.find((proposal) => proposal.note)?.note;
  return (
    <>
      <p>{w(`as-${candidate.as}`)}{!isCrossed && <> · {agreedBy(ctx, candidate)}</>}</p>
      {note && <p>{words.t(ctx.lang)('note-said', { note })}</p>}
      {candidate.rejects.map((reject) => (
        <p key={reject.party}><b>{words.t(ctx.lang)('declined-by', { party: partyName(ctx, reject.party) })}</b>{reject.reason && <> · {words.t(ctx.lang)('reason-said', { reason: reject.reason })}</>}</p>
      ))}
      {agreed ? <details open><summary>{w('difference-from-agreed')}</summary><ContentDifference scope={scope} kind={kind} before={agreed} after={candidate.content} /></details> : <p class="quiet">{w('first-version')}</p>}
    </>
  );
}

/** Agree, decline, counter, ask: each pressable, or visible with the reason why not. */
function answers({ ctx, kind, row, choices }: Desk, candidate: Candidate, isCrossed = false): readonly ButtonSpec[] {
  if (!takesPart(ctx)) return [];
  const w = pages.t(ctx.lang);
  const choice = choices.get(candidate.h);
  const refused = (one: Choice['consent'] | undefined, verb: 'consent' | 'reject'): { readonly reason?: string } => {
    if (!may(ctx, kind, verb)) return { reason: ctx.say({ id: 'consent.role', path: [] }) };
    return one && !one.allowed ? { reason: whyNot(ctx, one) } : {};
  };
  const consented = candidate.consents.some((vote) => vote.party === ctx.party.id);
  const theirs = candidate.consents.some((vote) => vote.party !== ctx.party.id);
  const buttons: ButtonSpec[] = [];
  if (!consented) {
    buttons.push({ label: w('agree'), name: '_do', value: `consent:${candidate.h}`, kind: 'main', ...refused(choice?.consent, 'consent') });
    buttons.push({ label: w(isCrossed && theirs ? 'decline-frees' : 'decline'), name: '_do', value: `decline:${candidate.h}`, kind: 'second', ...refused(choice?.reject, 'reject') });
  }
  if (choice && !choice.consent.allowed && choice.consent.why.endsWith('needs-release')) {
    buttons.push({ label: w('ask-release'), name: '_do', value: `release:${choice.consent.params?.['h'] ?? candidate.h}`, kind: 'second' });
  }
  if (!consented && ctx.may(kind, 'propose')) buttons.push({ label: w('counter'), name: '_do', value: `counter:${candidate.h}`, kind: 'quiet', signs: false });
  const remark = ctx.kernel.kinds.get('remark');
  if (remark && row.standing !== 'retired' && may(ctx, remark, 'put')) buttons.push({ label: w('ask'), name: '_do', value: `ask:${candidate.h}`, kind: 'quiet' });
  return buttons;
}

/** The kernel's reason in words; parties in its parameters are named. */
function whyNot(ctx: Context, refusal: Extract<Choice['consent'], { allowed: false }>): string {
  const params = Object.fromEntries(Object.entries(refusal.params ?? {}).map(([name, value]) => [name, value.split(/[ ,]+/u).map((id) => partyName(ctx, id)).join(', ')]));
  return ctx.say({ id: refusal.why.includes('.') ? refusal.why : `consent.${refusal.why}`, path: [], params });
}

const proposer = (candidate: Candidate): string => candidate.proposals[0]?.party ?? '';
const when = (ctx: Context, candidate: Candidate): string => {
  const made = candidate.proposals[0]?.made;
  return made ? formatInstant(made, ctx.lang, ctx.party.zone) : '';
};
const agreedBy = (ctx: Context, candidate: Candidate): string =>
  (candidate.consents.length === 0 ? '' : words.t(ctx.lang)('agreed-by', { parties: candidate.consents.map((vote) => partyName(ctx, vote.party)).join(', ') }));
