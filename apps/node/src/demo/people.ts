/** People of the demonstration: one for each role a visitor may want to try. Their sign-in links work in a demonstration only. */
import { randomBytes } from 'node:crypto';
import type { Role } from '@entente/kernel';
import type { Core } from '../node.ts';

const PEOPLE: readonly { readonly role: Role; readonly login: string; readonly name: string }[] = [
  { role: 'coordinator', login: 'coordinator', name: 'Coordinator' },
  { role: 'focal-point', login: 'focal', name: 'Focal point' },
  { role: 'leader', login: 'leader', name: 'Leader' },
  { role: 'reader', login: 'reader', name: 'Reader' },
];

export interface DemoAccess {
  /** Sign-in link's secret by login. */
  readonly links: Readonly<Record<string, string>>;
  /** Personal token of the coordinator, for the command line. */
  readonly token: string;
}

/** Makes the accounts, each with a password nobody knows; a link or a new password is the way in. */
export async function welcomePeople({ accounts }: Core): Promise<DemoAccess> {
  const links: Record<string, string> = {};
  let token = '';
  for (const { role, login, name } of PEOPLE) {
    const added = await accounts.add({ login, name, roles: role === 'coordinator' ? ['coordinator', 'administrator'] : [role], password: randomBytes(24).toString('base64url') });
    const account = added.ok ? added.value : await accounts.byLogin(login);
    if (!account) throw new Error(`the account ${login} could not be made: ${added.ok ? '' : added.problems.map((each) => each.id).join(', ')}`);
    links[login] = await accounts.links.create(account.id, { reusable: true });
    if (role === 'coordinator') token = (await accounts.tokens.create(account.id, 'demonstration')).secret;
  }
  return { links, token };
}
