/** The administrator's page of letters: how they leave, which went out, which did not, and what to do about it. */
import { formatInstant, formatNumber } from '@entente/text';
import { DataTable, PageHead, State } from '@entente/ui';
import type { LetterRow } from '../accounts/reminders.ts';
import { type Context, forbidden, page, type PageResult } from '../module.ts';
import type { Web } from '../web.ts';
import { letterWords } from '../words/letters.ts';
import { isAdministrator } from './accounts.tsx';

const SHOWN = 100;
const STATES = { 'sent': 'done', 'under-way': 'running', 'failed': 'late' } as const;

/** Codes of nodemailer and of the system, by what an administrator can do about them. */
const FAULTS: readonly (readonly [RegExp, 'fault-unreachable' | 'fault-sign-in' | 'fault-refused' | 'fault-disk'])[] = [
  [/^(ECONNREFUSED|ECONNECTION|ECONNRESET|ESOCKET|ETIMEDOUT|EDNS|ENOTFOUND|EHOSTUNREACH|ETLS)$/u, 'fault-unreachable'], [/^(EAUTH|ENOAUTH|EOAUTH2)$/u, 'fault-sign-in'],
  [/^(EENVELOPE|EMESSAGE)$/u, 'fault-refused'], [/^(EACCES|ENOSPC|EROFS|EIO|EDQUOT|ENOENT|EPERM)$/u, 'fault-disk'],
];

/** GET `/administration/letters`. */
export async function lettersPage(web: Web, ctx: Context): Promise<PageResult> {
  if (!isAdministrator(ctx)) return forbidden;
  const t = letterWords.t(ctx.lang);
  const letters = await web.accounts.reminders.letters(SHOWN);
  return page({
    title: t('title'), head: 'own',
    body: (
      <>
        <PageHead title={t('title')} meta={t('lead')} />
        {web.letters && <p>{t(`by-${web.letters.by}`, { where: web.letters.where })}</p>}
        {letters.some(({ state }) => state === 'failed') && <p class="note">{t('again')}</p>}
        <DataTable<LetterRow> caption={t('title')} captionHidden rows={letters} rowKey={(one) => `${one.email} ${one.at}`} empty={t('none')} columns={[
          { key: 'to', label: t('to'), main: true, cell: (one) => <>{one.name}<div class="quiet">{one.email}</div></> },
          { key: 'at', label: t('at'), cell: (one) => formatInstant(one.at, ctx.lang, ctx.party.zone) },
          { key: 'state', label: t('state'), cell: (one) => <><State is={STATES[one.state]}>{t(one.state)}</State>{one.fault !== null && <div>{faultText(ctx, one.fault)}</div>}</> },
          { key: 'tries', label: t('tries'), align: 'end', cell: (one) => formatNumber(one.tries, ctx.lang) },
        ]} />
      </>
    ),
  });
}

function faultText(ctx: Context, code: string): string {
  const known = FAULTS.find(([codes]) => codes.test(code));
  return letterWords.t(ctx.lang)(known ? known[1] : 'fault-other', { code });
}
