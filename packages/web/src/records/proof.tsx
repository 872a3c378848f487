/** The proof behind a record: where each party's agreement stands in its signed journal. */
import type { VNode } from 'preact';
import type { HistoryEntry, JournalState, RecordRow } from '@entente/kernel';
import { formatInstant, formatNumber } from '@entente/text';
import { DataTable, PageHead, Panel, PartyLabel, ProofPanel, type ProofEntry } from '@entente/ui';
import { evidencePath } from '../evidence/path.ts';
import { words as evidenceWords } from '../evidence/words.ts';
import { type Context, notFound, page, type PageResult } from '../module.ts';
import type { Web } from '../web.ts';
import { pages } from '../words/pages.ts';
import { words } from '../words/records.ts';
import { ProofKeys } from './proof-keys.tsx';

/** Who stands behind the version shown, and whether a signed checkpoint covers it. */
export async function RecordProof({ ctx, row, detailed = false }: { readonly ctx: Context; readonly row: RecordRow; readonly detailed?: boolean }): Promise<VNode> {
  const version = await ctx.read.version(ctx.cooperation.id, row.id, row.version);
  const journals = await ctx.kernel.journals();
  const counting = (version?.acts ?? []).filter((act) => act.verb === 'consent' || act.verb === 'put' || act.verb === 'retire');
  const entries = counting.map((act): ProofEntry => ({
    party: act.party, entry: formatNumber(act.index, ctx.lang), when: formatInstant(act.made, ctx.lang, ctx.party.zone),
    checked: covered(journals, ctx.cooperation.id, act.party, act.index) ? 'checked' : 'unproven',
  }));
  return <ProofPanel entries={entries} fingerprint={row.version} {...(entries.length > 0 && ctx.kernel.kinds.get(row.kind)?.audience !== 'home' ? { download: evidencePath(row.kind, row.id, row.version) } : {})} {...(row.standing === 'current' || row.standing === 'retired' ? { children: words.t(ctx.lang)('proof-owned') } : {})} {...(detailed ? {} : { verify: `/proof/${row.id}` })} />;
}

/** Every checkpoint held was verified when it came in, so an index under its size is proven. */
const covered = (journals: readonly JournalState[], coop: string, party: string, index: number): boolean =>
  journals.some((journal) => journal.coop === coop && journal.party === party && journal.audience === 'joint' && journal.checkpoint !== null && journal.size > index);

/** `/proof/<record>`: the acts, their places, the checkpoints that cover them, and the keys that signed those. */
export async function proofPage(web: Web, ctx: Context): Promise<PageResult> {
  const row: RecordRow | null = await ctx.read.get(ctx.cooperation.id, ctx.params['id'] ?? '');
  if (!row) return notFound;
  const [t, w, title] = [words.t(ctx.lang), pages.t(ctx.lang), ctx.title(row)];
  const acts = await ctx.read.history(ctx.cooperation.id, row.id);
  const parties = new Set(acts.map((act) => act.party));
  const journals = (await ctx.kernel.journals()).filter((journal) => journal.coop === ctx.cooperation.id && journal.audience === 'joint' && parties.has(journal.party));
  return page({
    title: `${w('proof')}: ${title.text}`, head: 'own', crumbs: [{ label: title.text, href: ctx.href.record(row.kind, row.id) }, { label: w('proof') }],
    body: (
      <>
        <PageHead title={`${w('proof')}: ${title.text}`} />
        {await RecordProof({ ctx, row, detailed: true })}
        <p><a href={`/verify?lang=${ctx.lang}`}>{evidenceWords.t(ctx.lang)('offline')}</a></p>
        <Panel title={t('proof-acts')}><Acts ctx={ctx} acts={acts} caption={t('proof-acts')} /></Panel>
        <Panel title={t('proof-journals')}>{journals.map((journal) => <Journal key={journal.party} ctx={ctx} journal={journal} />)}</Panel>
        {await ProofKeys({ ctx, keyring: web.keyring, parties })}
      </>
    ),
  });
}

function Acts({ ctx, acts, caption }: { readonly ctx: Context; readonly acts: readonly HistoryEntry[]; readonly caption: string }): VNode {
  const t = words.t(ctx.lang);
  const time = (at: string) => formatInstant(at, ctx.lang, ctx.party.zone);
  return (
    <DataTable caption={caption} captionHidden rows={acts} rowKey={(act) => `${act.party}-${act.index}-${act.item.verb}`} columns={[
      { key: 'party', label: pages.t(ctx.lang)('party'), main: true, cell: (act) => <PartyLabel party={act.party} /> },
      { key: 'index', label: t('journal-index'), align: 'end', cell: (act) => formatNumber(act.index, ctx.lang) },
      { key: 'verb', label: t('journal-verb'), cell: (act) => t(`verb-${act.item.verb}`) },
      { key: 'made', label: t('journal-made'), cell: (act) => time(act.made) },
      { key: 'held', label: t('journal-held'), cell: (act) => time(act.admitted) },
      { key: 'act', label: t('journal-act'), cell: (act) => <code>{act.act}</code> },
    ]} />
  );
}

function Journal({ ctx, journal }: { readonly ctx: Context; readonly journal: JournalState }): VNode {
  const t = words.t(ctx.lang);
  return (
    <section>
      <h3><PartyLabel party={journal.party} full /></h3>
      <p><code>{journal.origin}</code></p>
      <p class="fingerprint">{t('journal-state', { size: formatNumber(journal.size, ctx.lang), root: journal.root })}</p>
      {journal.checkpoint === null ? <p class="quiet">{t('no-checkpoint')}</p> : <details><summary>{t('checkpoint')}</summary><pre>{journal.checkpoint}</pre></details>}
    </section>
  );
}
