/** What happened to a record, newest first, each step with what it changed. */
import type { VNode } from 'preact';
import type { AnyKind, RecordRow, Role } from '@entente/kernel';
import { formatInstant } from '@entente/text';
import { Timeline, type TimelineEntry } from '@entente/ui';
import { scopeOf, type Scope } from '../fields/scope.ts';
import type { Context } from '../module.ts';
import { pages } from '../words/pages.ts';
import { words } from '../words/records.ts';
import { beforeOf, contentOf, contentsOf, type Contents } from './contents.ts';
import { ContentDifference } from './difference.tsx';
import { type Step, stepsOf } from './steps.ts';

const SHOWN = 12;

export async function HistoryPanel({ ctx, kind, row, whole }: { readonly ctx: Context; readonly kind: AnyKind; readonly row: RecordRow; readonly whole: boolean }): Promise<VNode> {
  const [history, known] = await Promise.all([ctx.read.history(ctx.cooperation.id, row.id), contentsOf(ctx, kind, row.id)]);
  const newest = stepsOf(history.toSorted((a, b) => b.admitted.localeCompare(a.admitted) || b.index - a.index));
  const shown = whole ? newest : newest.slice(0, SHOWN);
  const scope = await scopeOf(ctx, kind, shown.map((step) => contentOf(step.entry, known)).filter((content) => content !== null));
  return (
    <>
      <Timeline entries={shown.map((step) => timelineEntry(scope, kind, step, known))} />
      {shown.length < newest.length && <p><a href={ctx.href.with({ history: 'all' })}>{words.t(ctx.lang)('all-history')}</a></p>}
    </>
  );
}

function timelineEntry(scope: Scope, kind: AnyKind, step: Step, known: Contents): TimelineEntry {
  const { ctx } = scope;
  const { entry } = step;
  const content = contentOf(entry, known);
  const before = beforeOf(entry, known);
  return {
    key: `${entry.party}-${entry.index}-${entry.item.verb}`,
    at: entry.made, when: formatInstant(entry.made, ctx.lang, ctx.party.zone), who: entry.party,
    what: <What ctx={ctx} step={step} />,
    ...(content && before ? { detail: <ContentDifference scope={scope} kind={kind} before={before} after={content} /> } : {}),
  };
}

/** Who did what, in a line; `about` says to what, where that is not plain. */
export function What({ ctx, step: { entry, verb }, about }: { readonly ctx: Context; readonly step: Step; readonly about?: string }): VNode {
  const t = words.t(ctx.lang);
  const { item } = entry;
  const reason = 'reason' in item ? item.reason : undefined;
  // What the version is to the text that was signed; that it is an original goes without saying.
  const purpose = item.verb === 'propose' && item.as !== 'original' ? pages.t(ctx.lang)(`as-${item.as}`) : null;
  return (
    <>
      {t(`verb-${verb}`)}{purpose && <>: {purpose}</>}{about && <>: {about}</>} {isRole(entry.actor.role) && <small class="quiet">{t('by-role', { role: pages.t(ctx.lang)(`role-${entry.actor.role}`) })}</small>}
      {reason && <> · {t('reason-said', { reason })}</>}
      {entry.note && entry.note !== reason && <> · {t('note-said', { note: entry.note })}</>}
    </>
  );
}

const ROLES: readonly string[] = ['coordinator', 'focal-point', 'leader', 'reader', 'administrator'] satisfies Role[];
const isRole = (role: string): role is Role => ROLES.includes(role);
