/** An instrument reads like a document: contents, language columns aligned passage by passage, and what became of each. */
import type { ComponentChildren, VNode } from 'preact';
import { Contents, LanguageColumns, languageName, LinkButton, Panel, SideBySide, Tabs, type PassageRow, type Side } from '@entente/ui';
import type { RecordRow } from '@entente/kernel';
import { Facts, scopeOf, StandingMark, type Context } from '@entente/web';
import { instrument } from '../kinds/index.ts';
import { byPlace, CommitmentList, placeOf, Titled, wordsOf } from './parts.tsx';
import { chosenLanguages, itemsOf, languagesOf, opening, textsOf, type Item } from './text-of.ts';

/** Passages beyond which a table of contents helps. */
const LONG = 4;
const MOST = 500;
const APART = ['title', 'items', 'signatories', 'parties', 'sources', 'remarks', 'confidence'];

export async function instrumentBody(ctx: Context, row: RecordRow): Promise<ComponentChildren> {
  const w = wordsOf(ctx);
  const [scope, commitments, margin] = await Promise.all([scopeOf(ctx, instrument, [row.content], row), linked(ctx, row.id, 'commitment', 'instrument'), ctx.margin(row)]);
  const items = itemsOf(row);
  return (
    <>
      <Facts scope={scope} kind={instrument} content={row.content} without={APART} />
      <Signed row={row} linkedRows={scope.linked} ctx={ctx} />
      {items.length > 0 && <TextOf ctx={ctx} row={row} items={items} commitments={commitments} said={margin} />}
      {items.length === 0 && <Panel title={w('commitments-of')}>{commitments.length > 0 ? <CommitmentList ctx={ctx} rows={commitments.toSorted(byPlace)} /> : <p class="quiet">{w('no-commitments')}</p>}</Panel>}
      <details>
        <summary>{w('attested')}</summary>
        <Facts scope={scope} kind={instrument} content={Object.fromEntries(['sources', 'remarks', 'confidence'].map((name) => [name, row.content[name]]))} />
      </details>
    </>
  );
}

interface Signatory { readonly party?: string; readonly office?: string; readonly person?: string }

/** Who signed, each side in its own voice. */
function Signed({ ctx, row, linkedRows }: { readonly ctx: Context; readonly row: RecordRow; readonly linkedRows: ReadonlyMap<string, RecordRow> }): VNode | null {
  const { signatories = [] } = row.content as { readonly signatories?: readonly Signatory[] };
  const named = signatories.map((each) => ({ office: linkedRows.get(each.office ?? ''), person: linkedRows.get(each.person ?? ''), party: each.party }));
  const partyOf = (each: (typeof named)[number]): string | undefined => each.party ?? each.office?.party ?? each.person?.party;
  const sides = ctx.cooperation.parties.map(({ id }): Side => ({
    party: id,
    children: (
      <ul class="plain">
        {named.filter((each) => partyOf(each) === id).map((each, at) => (
          <li key={at}>{each.person && <b><Titled ctx={ctx} row={each.person} /></b>}{each.person && each.office && ', '}{each.office && <Titled ctx={ctx} row={each.office} />}</li>
        ))}
      </ul>
    ),
  })).filter((side) => named.some((each) => partyOf(each) === side.party));
  return sides.length === 0 ? null : <Panel title={wordsOf(ctx)('signed-by')}><SideBySide sides={sides} /></Panel>;
}

interface TextProps {
  readonly ctx: Context;
  readonly row: RecordRow;
  readonly items: readonly Item[];
  readonly commitments: readonly RecordRow[];
  /** What other modules say of the commitments. */
  readonly said: ReadonlyMap<string, ComponentChildren>;
}

function TextOf({ ctx, row, items, commitments, said }: TextProps): VNode {
  const w = wordsOf(ctx);
  const offered = languagesOf(ctx, row, items);
  const chosen = chosenLanguages(ctx, offered);
  const rows = items.map((item, at): PassageRow => ({
    id: `p${item.number}`, number: `${item.number}.`, depth: item.parent === undefined ? 0 : 1, texts: textsOf(row, item, at),
    margin: <Margin ctx={ctx} rows={commitments.filter((each) => belongs(each, item))} said={said} />,
  }));
  const contents = items.flatMap((item, at) => (item.parent === undefined ? [{ href: `#p${item.number}`, number: `${item.number}.`, label: opening(textsOf(row, item, at)[ctx.lang] ?? Object.values(item.text)[0] ?? '') }] : []));
  const columns = <LanguageColumns columns={chosen} rows={rows} {...(commitments.length > 0 ? { margin: w('commitments') } : {})} />;
  return (
    <Panel title={w('this-text')} id="text">
      <div class="text-tools">
        {offered.length > 1 && <Tabs label={w('languages-shown')} tabs={choices(ctx, offered.map(({ lang }) => lang), chosen.map(({ lang }) => lang))} />}
        <LinkButton href={`${ctx.href.record('instrument', row.id)}/booklet?languages=${chosen.map(({ lang }) => lang).join(',')}`}>{w('booklet')}</LinkButton>
      </div>
      {said.has(row.id) && <p class="legend">{said.get(row.id)}</p>}
      {contents.length > LONG ? <div class="with-contents"><Contents items={contents} title={w('contents')} />{columns}</div> : columns}
    </Panel>
  );
}

/** One language alone, or two beside each other. */
function choices(ctx: Context, offered: readonly string[], chosen: readonly string[]) {
  const pairs = offered.flatMap((one, at) => offered.slice(at + 1).map((two) => [one, two]));
  return [...pairs, ...offered.map((one) => [one])].map((langs) => ({
    href: `${ctx.href.with({ languages: langs.join(',') })}#text`, label: langs.map(languageName).join(' + '), current: langs.length === chosen.length && langs.every((lang) => chosen.includes(lang)),
  }));
}

/** The commitments of a passage: part, what each side says of it, and how far it is where it is not agreed. */
function Margin({ ctx, rows, said }: { readonly ctx: Context; readonly rows: readonly RecordRow[]; readonly said: ReadonlyMap<string, ComponentChildren> }): VNode | null {
  if (rows.length === 0) return null;
  return (
    <ul>
      {rows.toSorted(byPlace).map((row) => {
        const { item = '', part } = row.content as { readonly item?: string; readonly part?: string };
        return (
          <li key={row.id}>
            <a href={ctx.href.record('commitment', row.id)} title={ctx.title(row).text} aria-label={`${placeOf(ctx, row) ?? wordsOf(ctx)('commitments')}: ${ctx.title(row).text}`}>{part === undefined ? item : `${item} ${part}`}</a>
            {said.get(row.id)}
            {row.standing !== 'agreed' && <StandingMark ctx={ctx} row={row} brief />}
          </li>
        );
      })}
    </ul>
  );
}

/** A commitment stands beside its part where the part is a passage of its own, else beside its item. */
function belongs(row: RecordRow, item: Item): boolean {
  const content = row.content as { readonly item?: string; readonly part?: string };
  if (item.parent === undefined) return content.item === item.number && content.part === undefined || content.item === item.number && !item.number.includes('.');
  return content.item === item.parent && item.number.endsWith(content.part ?? '\u0000');
}

/** Records of a kind that link to this one. */
export async function linked(ctx: Context, record: string, kind: string, rel: string): Promise<readonly RecordRow[]> {
  const { rows } = await ctx.read.list({ coop: ctx.cooperation.id, kind, linkedTo: { record, rel }, limit: MOST });
  return rows;
}
