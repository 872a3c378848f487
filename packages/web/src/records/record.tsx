/** A record: title, how far it is and who must act, content, proposals, questions, links both ways, history, proof. */
import type { ComponentChildren, VNode } from 'preact';
import type { AnyKind, RecordRow } from '@entente/kernel';
import { formatInstant } from '@entente/text';
import { HowFar, LinkButton, LocalizedText, PageHead, Panel } from '@entente/ui';
import { approvalNotice } from '../approvals/page.tsx';
import { Facts } from '../fields/show.tsx';
import { expectedLanguages, scopeOf, versionsOf } from '../fields/scope.ts';
import { type Context, notFound, page, type PageResult, type RecordStand, type RecordView } from '../module.ts';
import { may, mayWrite } from '../policy.ts';
import type { Web } from '../web.ts';
import { erasureWords } from '../words/erasure.ts';
import { pages } from '../words/pages.ts';
import { recordAt } from './at.ts';
import { ErasurePanel, offersErasing } from './erase.tsx';
import { HistoryPanel } from './history.tsx';
import { LinksPanel } from './links.tsx';
import { RecordProof } from './proof.tsx';
import { proposalsPanel } from './proposals.tsx';
import { remarksPanel } from './remarks.tsx';
import { StandingMark } from './standing.tsx';

/** The page of a record. */
export async function recordPage(web: Web, ctx: Context, kind: AnyKind): Promise<PageResult> {
  const row = await recordAt(ctx, kind);
  if (!row) return notFound;
  const view = web.view(kind.name);
  const w = pages.t(ctx.lang);
  const title = ctx.title(row);
  const [stand, body, after, aside, links, history, proposals, remarks] = await Promise.all([
    standOf(ctx, row, view),
    view.body ? special(view.body(ctx, row)) : content(ctx, kind, row),
    view.after?.(ctx, row) ?? null,
    view.aside?.(ctx, row) ?? null,
    LinksPanel({ web, ctx, row }),
    HistoryPanel({ ctx, kind, row, whole: ctx.query['history'] === 'all' }),
    kind.regime === 'joint' ? proposalsPanel(ctx, kind, row) : null,
    remarksPanel(ctx, row),
  ]);
  const [proof, erasures] = [await RecordProof({ ctx, row }), await ErasurePanel({ ctx, kind, row })];
  const head = <PageHead title={title.text} {...(title.lang === ctx.lang ? {} : { titleLang: title.lang })} {...speaker(kind, row)} meta={<Meta ctx={ctx} row={row} />} below={<HowFar {...stand} />} actions={<Actions ctx={ctx} kind={kind} row={row} />} />;
  return page({
    title: title.text, head: 'own', crumbs: [{ label: ctx.show(kind.label.many), href: ctx.href.list(kind.name) }],
    body: <>{head}{view.body ? null : <TitleSource ctx={ctx} kind={kind} row={row} />}{await approvalNotice(ctx, row)}{proposals}{body}{after}{remarks}{links}{erasures}<Panel title={w('history')} id="history">{history}</Panel>{proof}</>,
    ...(aside ? { aside } : {}),
  });
}

const speaker = (kind: AnyKind, row: RecordRow): { readonly who?: string } =>
  (kind.regime === 'owned' ? { who: row.party } : row.ordinal > 0 ? { who: 'joint' } : { who: row.party });

/** How far the sides say it is; an answer to a proposal comes before all other work. */
async function standOf(ctx: Context, row: RecordRow, view: RecordView): Promise<RecordStand> {
  const { states, next } = await view.stand?.(ctx, row) ?? { states: [], next: [] };
  return { states, next: row.waitsFor.length === 0 ? next : [{ parties: row.waitsFor, what: pages.t(ctx.lang)('answer-proposal'), href: '#proposals' }, ...next] };
}

/** A module's own body, apart from what stands before it. */
const special = async (body: Promise<ComponentChildren>): Promise<VNode> => <section class="panel" id="content">{await body}</section>;

async function content(ctx: Context, kind: AnyKind, row: RecordRow): Promise<ComponentChildren> {
  const scope = await scopeOf(ctx, kind, [row.content], row);
  const named = titleField(kind, row);
  return <Panel title={pages.t(ctx.lang)('content')} id="content"><Facts scope={scope} kind={kind} content={row.content} without={named === null ? [] : [named]} /></Panel>;
}

/** Where the title comes from, and the title in its other languages. */
function TitleSource({ ctx, kind, row }: { readonly ctx: Context; readonly kind: AnyKind; readonly row: RecordRow }): VNode | null {
  const named = titleField(kind, row);
  return named === null ? null : <LocalizedText versions={versionsOf(row, named, row.content[named])} expected={expectedLanguages(ctx)} as="beneath" />;
}

/** The field whose text is the title of the page already: not said a second time under it. */
function titleField(kind: AnyKind, row: RecordRow): string | null {
  const title = kind.title(row.content);
  return Object.keys(kind.fields).find((name) => typeof title === 'object' && row.content[name] === title) ?? null;
}

function Meta({ ctx, row }: { readonly ctx: Context; readonly row: RecordRow }): VNode {
  const w = pages.t(ctx.lang);
  return (
    <>
      <StandingMark ctx={ctx} row={row} />
      {row.ordinal > 0 && <> · {w('version-no', { ordinal: row.ordinal })}</>}
      {' · '}{w('held-since', { when: formatInstant(row.at, ctx.lang, ctx.party.zone) })}
    </>
  );
}

function Actions({ ctx, kind, row }: { readonly ctx: Context; readonly kind: AnyKind; readonly row: RecordRow }): VNode {
  const w = pages.t(ctx.lang);
  const here = ctx.href.record(kind.name, row.id);
  const living = row.standing !== 'retired';
  const own = row.party === ctx.party.id;
  const canEdit = living && (kind.regime === 'joint' || own) && mayWrite(ctx, kind);
  const translation = ctx.kernel.kinds.get('translation');
  return (
    <>
      {canEdit && <LinkButton href={`${here}/edit`}>{w(kind.regime === 'joint' ? 'propose-change' : 'edit')}</LinkButton>}
      {living && translation && may(ctx, translation, 'put') && <LinkButton href={`${here}/translate`}>{w('translate')}</LinkButton>}
      {living && own && kind.regime === 'owned' && may(ctx, kind, 'retire') && <LinkButton signs href={`${here}/retire`}>{w('retire')}</LinkButton>}
      {offersErasing(ctx, kind, row) && <LinkButton signs href={`${here}/erase`}>{erasureWords.t(ctx.lang)('erase')}</LinkButton>}
    </>
  );
}
