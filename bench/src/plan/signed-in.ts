/** Pages of a node as a coordinator of its side is given them. */
import { createWeb, openAccounts } from '@entente/web';
import { programme } from '@entente/programme';
import { maps } from './generate.ts';
import type { PlanWorld } from './world.ts';

const ORIGIN = 'http://node.test';

/** Asks for an address; answers as a browser is answered, redirects not followed. */
export async function signedIn({ kernel, node }: Pick<PlanWorld, 'kernel' | 'node'>): Promise<(path: string) => Promise<Response>> {
  const accounts = await openAccounts({ db: node.database.kysely, party: node.party, secret: 's'.repeat(40), origin: ORIGIN });
  const web = createWeb({ kernel, modules: [programme], accounts, assets: { files: [], links: {} } as never, version: '0', health: () => [], maps });
  const credentials = { login: 'bench', password: 'a long enough password' };
  await accounts.add({ ...credentials, name: 'Bench', roles: ['coordinator'] });
  const signed = await web.request(`${ORIGIN}/sign-in`, { method: 'POST', headers: { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ ...credentials, to: '/' }) });
  const cookie = signed.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  return async (path) => web.request(`${ORIGIN}${path}`, { headers: { 'accept-language': 'vi', cookie } });
}
