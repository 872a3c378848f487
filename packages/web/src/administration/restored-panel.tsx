/** What an administrator sees and may say of a node that was restored. */
import type { VNode } from 'preact';
import type { NodeStanding } from '@entente/kernel';
import { formatInstant } from '@entente/text';
import { DefinitionList, Form as FormView, LongTextField, Panel, SelectField } from '@entente/ui';
import type { Context } from '../module.ts';
import { restoredWords } from '../words/restored.ts';
import { PEERS_PATH } from './path.ts';

export function Restored({ ctx, standing }: { readonly ctx: Context; readonly standing: NodeStanding }): VNode {
  const t = restoredWords.t(ctx.lang);
  const { because, since, waitsFor, lost, excused } = standing;
  const waiting = [...new Set(waitsFor.map(({ peer }) => peer))];
  const name = (party: string): string => { const known = ctx.partyOf(party); return known ? ctx.pick(known.name).text : party; };
  // The page has several forms: what was typed, and what is wrong with it, stands at the one that was sent.
  const sent = (form: string) => ctx.url.pathname === `${PEERS_PATH}/${form}`;
  const mayDecide = ctx.person.roles.includes('administrator');
  return (
    <Panel title={t('title')} id="restored">
      {because && <p>{t(`because-${because}`)}</p>}
      <p>{t('while')}</p>
      <DefinitionList items={[
        { term: t('since'), detail: since === null ? undefined : formatInstant(since, ctx.lang, ctx.party.zone) },
        { term: t('waits'), detail: waiting.length > 0 ? waiting.map(name).join(', ') : undefined },
        { term: t('lost'), detail: lost.length > 0 ? lost.map(({ journal, from, to }) => t('lost-range', { journal, from, to: to - 1 })).join('; ') : undefined },
        { term: t('excused'), detail: excused.length > 0 ? excused.map(({ peer, reason }) => `${name(peer)}: ${reason}`).join('; ') : undefined },
      ]} />
      {mayDecide && waiting.length > 0 && (
        <details open={sent('excuse')}>
          <summary>{t('excuse-title')}</summary>
          <p>{t('excuse-what')}</p>
          <FormView id="excuse" action={`${PEERS_PATH}/excuse`} hidden={ctx.hidden} problems={sent('excuse') ? ctx.told : []} submit={[{ label: t('excuse'), kind: 'second', signs: false }]}>
            <SelectField name="party" label={t('party')} value={ctx.typed.text('party')} options={waiting.map((party) => ({ value: party, label: name(party) }))} />
            <LongTextField name="reason" label={t('reason')} value={sent('excuse') ? ctx.typed.text('reason') : ''} />
          </FormView>
        </details>
      )}
      {mayDecide && waiting.length === 0 && (
        <>
          <h3>{t('loss-title')}</h3>
          <p>{t(lost.length > 0 ? 'loss-what' : 'loss-none')}</p>
          <FormView id="loss" action={`${PEERS_PATH}/accept-loss`} hidden={ctx.hidden} problems={sent('accept-loss') ? ctx.told : []} submit={[{ label: t('accept-loss'), kind: 'second', signs: false }]}>
            <LongTextField name="reason" label={t('reason')} value={sent('accept-loss') ? ctx.typed.text('reason') : ''} />
          </FormView>
        </>
      )}
    </Panel>
  );
}
