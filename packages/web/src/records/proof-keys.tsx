/** The keys that evidence of this node carries: whose they are, what they sign, and which root states them. */
import type { VNode } from 'preact';
import { DataTable, Panel, PartyLabel } from '@entente/ui';
import type { Context } from '../module.ts';
import type { KeyOfParty, Web } from '../web.ts';
import { pages } from '../words/pages.ts';
import { keyWords } from '../words/keys.ts';

/** A panel of the keys of some parties, and of whoever cosigns; null when this node carries none. */
export async function ProofKeys({ ctx, keyring, parties }: { readonly ctx: Context; readonly keyring: Web['keyring']; readonly parties: ReadonlySet<string> }): Promise<VNode | null> {
  const t = keyWords.t(ctx.lang);
  const rows = (await keyring.known?.() ?? []).filter(({ party, role }) => parties.has(party) || role !== 'journal')
    .toSorted((a, b) => (a.party === b.party ? ORDER.indexOf(a.role) - ORDER.indexOf(b.role) || (b.statement?.serial ?? 0) - (a.statement?.serial ?? 0) : a.party < b.party ? -1 : 1));
  if (rows.length === 0) return null;
  return (
    <Panel title={t('title')}>
      <p>{t('what')}</p>
      <DataTable caption={t('title')} captionHidden rows={rows} rowKey={(key) => key.fingerprint} columns={[
        { key: 'party', label: pages.t(ctx.lang)('party'), main: true, cell: ({ party }) => <PartyLabel party={party} /> },
        { key: 'role', label: t('role'), cell: ({ role }) => t(`role-${role}`) },
        { key: 'print', label: t('fingerprint'), cell: (key) => <code>{key.fingerprint}</code> },
        { key: 'stated', label: t('stated'), cell: (key) => (rows.some((other) => follows(other, key)) ? `${said(key, t)}, ${t('earlier')}` : said(key, t)) },
      ]} />
      {keyring.statements.length > 0 && <details><summary>{t('statements')}</summary>{keyring.statements.map((statement) => <pre key={statement}>{statement}</pre>)}</details>}
    </Panel>
  );
}

const ORDER: readonly KeyOfParty['role'][] = ['root', 'journal', 'cosigner'];

/** Whether a key took another's place. */
const follows = (key: KeyOfParty, other: KeyOfParty): boolean => key.party === other.party && key.role === other.role && (key.statement?.serial ?? -1) > (other.statement?.serial ?? -1);

function said({ role, statement }: KeyOfParty, t: ReturnType<typeof keyWords.t>): string {
  if (statement) return t(statement.hasNext ? 'by-root-next' : 'by-root', { serial: statement.serial });
  return t(role === 'root' ? 'is-root' : 'by-itself');
}
