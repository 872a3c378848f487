/** How it stands with the backups, for the administrator. */
import type { VNode } from 'preact';
import { formatInstant, formatNumber } from '@entente/text';
import { DefinitionList, Flash, Panel } from '@entente/ui';
import type { Context } from '../module.ts';
import type { BackupHealth } from '../web.ts';
import { backupWords } from '../words/backup.ts';

export function BackupPanel({ ctx, backup, apart }: { readonly ctx: Context; readonly backup: BackupHealth | null; /** The high-water file is kept elsewhere than the database. */ readonly apart: boolean }): VNode {
  const t = backupWords.t(ctx.lang);
  const time = (at: string | null) => (at === null ? t('never') : formatInstant(at, ctx.lang, ctx.party.zone));
  const mark = apart ? null : <p>{t('mark-beside')}</p>;
  if (!backup) return <Panel title={t('title')} id="backup"><p>{t('none')}</p>{mark}</Panel>;
  const { last, next, fault } = backup;
  return (
    <Panel title={t('title')} id="backup">
      {fault && <Flash kind="problem" text={<>{ctx.say({ id: fault.id, path: [], params: paramsOf(fault.detail) })} {t('since', { when: time(fault.since) })}</>} />}
      <DefinitionList
        items={[
          { term: t('last'), detail: last ? t(last.verified ? 'last-verified' : 'last-made', { when: time(last.at), bytes: formatNumber(last.bytes, ctx.lang) }) : t('never') },
          ...(last ? [{ term: t('file'), detail: last.file }] : []),
          { term: t('next'), detail: time(next) },
        ]}
      />
      {mark}
    </Panel>
  );
}

/** What the words of a problem name, from the line of the log. */
function paramsOf(detail: string): Readonly<Record<string, string | number>> {
  try {
    return JSON.parse(detail) as Record<string, string | number>;
  } catch {
    return { error: detail };
  }
}
