/** The administrator's page on the peers: how far each is, what is wrong with what to do, and the evidence against one that lied. */
import type { VNode } from 'preact';
import type { Accusation } from '@entente/kernel';
import { formatInstant, formatNumber } from '@entente/text';
import { DefinitionList, Flash, Form as FormView, LongTextField, PageHead, Panel } from '@entente/ui';
import { makeActionContext, makeContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import { type Context, forbidden, page, type PageResult } from '../module.ts';
import { formOf } from '../routes/forms.ts';
import { mayEnter } from '../policy.ts';
import { errorPage, goTo, present } from '../routes/present.tsx';
import type { PeerHealth, Web } from '../web.ts';
import { ProofKeys } from '../records/proof-keys.tsx';
import { BackupPanel } from './backup.tsx';
import { accusationPath } from '../evidence/path.ts';
import { words as evidenceWords } from '../evidence/words.ts';
import { PEERS_PATH, SEES } from './path.ts';
import { Restored } from './restored-panel.tsx';
import { faultSaid, peerWords, refusalSaid } from '../words/peers.ts';

/** GET `/administration/peers`. */
export async function peersPage(web: Web, ctx: Context): Promise<PageResult> {
  if (!mayEnter(ctx, SEES)) return forbidden;
  const t = peerWords.t(ctx.lang);
  const [all, found, standing] = await Promise.all([web.health(), web.kernel.accusations(ctx.cooperation.id), web.kernel.standing()]);
  const accusations = await named(web, found);
  const peers = all.filter((peer) => peer.coop === undefined || peer.coop === ctx.cooperation.id);
  // A party that is no peer of this node: another one's mirror showed what it signed.
  const others = [...new Set(accusations.map(({ party }) => party))].filter((party) => !peers.some((peer) => peer.party === party));
  const refused = Map.groupBy(Object.entries(web.refusals()), ([id]) => refusalSaid(id));
  return page({
    title: t('title'), head: 'own',
    body: (
      <>
        <PageHead title={t('title')} meta={t('intro')} />
        {standing.state === 'restored' && <Restored ctx={ctx} standing={standing} />}
        {peers.length === 0 && <p class="quiet">{t('none')}</p>}
        {peers.map((peer) => <Peer key={peer.party} ctx={ctx} peer={peer} restored={standing.state === 'restored'} accusations={accusations.filter((each) => each.party === peer.party)} />)}
        {others.map((party) => <Panel key={party} title={nameOf(ctx, party)} id={`peer-${party}`}><Accused ctx={ctx} party={party} accusations={accusations.filter((each) => each.party === party)} /></Panel>)}
        {await ProofKeys({ ctx, keyring: web.keyring, parties: new Set(ctx.cooperation.parties.map(({ id }) => id)) })}
        <BackupPanel ctx={ctx} backup={web.backup()} apart={web.highWaterApart} />
        {refused.size > 0 && (
          <Panel title={t('refused')}>
            <DefinitionList items={[...refused].map(([said, of]) => ({ term: t(said), detail: <>{formatNumber(of.reduce((sum, [, count]) => sum + count, 0), ctx.lang)} <small class="quiet">{of.map(([id]) => id).join(', ')}</small></> }))} />
          </Panel>
        )}
      </>
    ),
  });
}

/** The same, with the name of who looked, as long as that person has an account here. */
const named = (web: Web, accusations: readonly Accusation[]): Promise<Accusation[]> => Promise.all(accusations.map(async (each) =>
  (each.looked ? { ...each, looked: { ...each.looked, by: (await web.accounts.find(each.looked.by))?.name ?? each.looked.by } } : each)));

function Peer({ ctx, peer, restored, accusations }: { readonly ctx: Context; readonly peer: PeerHealth; readonly restored: boolean; readonly accusations: readonly Accusation[] }): VNode {
  const t = peerWords.t(ctx.lang);
  const time = (at: string) => formatInstant(at, ctx.lang, ctx.party.zone);
  const number = (count: number | null | undefined) => (count === null || count === undefined ? t('not-known') : formatNumber(count, ctx.lang));
  const { fault, lastCosigned, skew = 0 } = peer;
  const isStopped = accusations.some(({ looked }) => looked === null);
  return (
    <Panel title={nameOf(ctx, peer.party)} id={`peer-${peer.party}`}>
      {fault
        ? <Flash kind="problem" text={<>{t(faultSaid(fault.id, restored))}{fault.since !== undefined && <> {t('since', { when: time(fault.since), count: fault.times ?? 1 })}</>} <small class="quiet">{fault.id}</small></>} />
        : peer.lastSeen !== null && peer.behind === 0 && !isStopped && <p class="quiet">{t('level')}</p>}
      <DefinitionList items={[
        { term: t('contact'), detail: peer.lastSeen === null ? t('never') : time(peer.lastSeen) },
        { term: t('next'), detail: peer.nextLook ? time(peer.nextLook) : undefined },
        { term: t('behind'), detail: number(peer.behind) },
        { term: t('unprojected'), detail: peer.unprojected ? number(peer.unprojected) : undefined },
        { term: t('queue'), detail: number(peer.queue) },
        { term: t('cosigned'), detail: lastCosigned ? t('cosigned-size', { size: formatNumber(lastCosigned.size, ctx.lang), when: time(lastCosigned.at) }) : t('not-known') },
        { term: t('files'), detail: peer.missingBlobs ? number(peer.missingBlobs) : undefined },
        { term: t('skew'), detail: skew === 0 ? undefined : t('seconds', { count: Math.abs(skew) }) },
      ]} />
      {accusations.length > 0 && <Accused ctx={ctx} party={peer.party} accusations={accusations} />}
    </Panel>
  );
}

function nameOf(ctx: Context, party: string): string {
  const known = ctx.partyOf(party);
  return known ? ctx.pick(known.name).text : party;
}

const note = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a party is found to have signed, the file that shows it to anyone, and the word with which work goes on. */
function Accused({ ctx, party, accusations }: { readonly ctx: Context; readonly party: string; readonly accusations: readonly Accusation[] }): VNode {
  const t = peerWords.t(ctx.lang);
  const isOpen = accusations.some(({ looked }) => looked === null);
  return (
    <>
      {isOpen && <Flash kind="problem" text={t('stopped-by', { parties: nameOf(ctx, party) })} />}
      <Panel title={t('evidence')} level={3}>
        <p>{t('forked-means')}</p>
        {accusations.map((each) => <Found key={each.id} ctx={ctx} accusation={each} />)}
        <p><a href={accusationPath(party)} download="">{t('evidence-file')}</a> · <a href={`/verify?lang=${ctx.lang}`}>{evidenceWords.t(ctx.lang)('offline')}</a></p>
        {isOpen && <GoOn ctx={ctx} party={party} />}
      </Panel>
    </>
  );
}

function Found({ ctx, accusation: { audience, body, found, looked } }: { readonly ctx: Context; readonly accusation: Accusation }): VNode {
  const t = peerWords.t(ctx.lang);
  const time = (at: string) => formatInstant(at, ctx.lang, ctx.party.zone);
  return (
    <section>
      <p>{t('found', { when: time(found), audience: t(audience === 'public' ? 'audience-public' : 'audience-joint') })}{looked && <> {t('looked', { name: looked.by, when: time(looked.at), reason: looked.reason })}</>}</p>
      <details><summary>{t('theirs')}</summary><pre>{note(body['theirs'])}</pre></details>
      <details><summary>{t('held')}</summary><pre>{note(body['held'])}</pre></details>
    </section>
  );
}

function GoOn({ ctx, party }: { readonly ctx: Context; readonly party: string }): VNode {
  const t = peerWords.t(ctx.lang);
  if (!ctx.person.roles.includes('administrator')) return <p>{t('ask-administrator')}</p>;
  const sent = ctx.url.pathname === `${PEERS_PATH}/acknowledge` && ctx.typed.text('party') === party;
  return (
    <>
      <p>{t('ask')}</p>
      <FormView id={`go-${party}`} action={`${PEERS_PATH}/acknowledge`} hidden={{ ...ctx.hidden, party }} problems={sent ? ctx.told : []} submit={[{ label: t('go-on'), kind: 'second', signs: false }]}>
        <LongTextField name="reason" label={t('reason')} value={sent ? ctx.typed.text('reason') : ''} />
      </FormView>
    </>
  );
}

/** POST `/administration/peers/acknowledge`: somebody with the right has looked at what was found against a party. */
export const acknowledgeHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const form = await formOf(web, c);
  if (form instanceof Response) return form;
  const { person, cooperation, lang } = makeContext(web, c);
  if (!person.roles.includes('administrator')) return errorPage(web, c, 403);
  const looked = await web.kernel.acknowledge(cooperation.id, form.text('party'), person, form.text('reason'));
  if (looked.ok) return goTo(web, c, PEERS_PATH, peerWords.t(lang)('gone-on'));
  const ctx = makeActionContext(web, c, { typed: form, problems: looked.problems });
  return present(web, c, ctx, await peersPage(web, ctx), 422);
};
