/** Two nodes of a made-up cooperation, and people at browsers in front of them. */
import { codeList, defineKind, everyEntry, everyRule, field, type Cooperation, type Database, type Kernel, type Recovery, type RecordRow } from '@entente/kernel';
import { memoryNodes, type TestNodes } from '@entente/kernel/testing';
import { buildAssets } from '@entente/ui';
import { approval, createWeb, erasing, openAccounts, remark, type Accounts, type Module, type WebOptions } from '../src/index.ts';

const ORIGIN = 'http://node.test';

const l = (en: string) => ({ vi: `${en} (vi)`, lo: `${en} (lo)`, en });

const states = codeList('pledge-state', { open: l('Open'), kept: l('Kept') });
/** A joint kind with every type of field. */
export const pledge = defineKind({
  name: 'pledge', version: 1, regime: 'joint', audience: 'joint', path: 'pledges',
  label: { one: l('Pledge'), many: l('Pledges') },
  fields: {
    text: field.localized({ label: l('Text'), long: true, search: 'A' }),
    code: field.text({ label: l('Code'), pattern: /^[A-Z]{2}\d+$/u, optional: true }),
    state: field.code(states, { label: l('State'), indexed: true }),
    themes: field.list(field.code(codeList('themes', {}), { label: l('Theme') }), { label: l('Themes'), optional: true, indexed: true }),
    on: field.date({ label: l('Made on'), indexed: true }),
    period: field.period({ label: l('Period'), optional: true }),
    amount: field.money({ label: l('Amount'), optional: true }),
    share: field.decimalNumber({ label: l('Share'), optional: true }),
    people: field.integer({ label: l('People'), optional: true, min: 0 }),
    exercise: field.flag({ label: l('Exercise'), optional: true }),
    offices: field.list(field.link(['office'], { label: l('Office'), rel: 'office' }), { label: l('Offices'), optional: true }),
    items: field.list(field.group({ number: field.text({ label: l('Number') }), text: field.localized({ label: l('Item text'), long: true }) }, { label: l('Item') }), { label: l('Items'), optional: true }),
    files: field.files({ label: l('Scans'), optional: true }),
    sources: field.list(field.text({ label: l('Source') }), { label: l('Sources'), optional: true }),
  },
  title: (content) => content.text,
  dated: (content) => content.on,
  may: { propose: ['coordinator'], consent: ['coordinator', 'leader'], reject: ['coordinator', 'leader'] },
  check: (content) => everyRule(
    () => everyEntry(content.sources, (source, at) => ((content.sources ?? []).indexOf(source) < at ? [{ id: 'field.invalid', path: ['sources', at] }] : [])),
    () => (content.people === 0 && content.share !== undefined ? [{ id: 'field.invalid', path: ['share'] }] : []),
  ),
  list: { columns: ['text', 'state', 'on', 'amount'], filters: ['state', 'themes'] },
});

export const memo = defineKind({
  name: 'memo', version: 1, regime: 'owned', audience: 'joint', path: 'memos',
  label: { one: l('Memo'), many: l('Memos') },
  fields: {
    title: field.localized({ label: l('Title'), search: 'A' }),
    pledge: field.link(['pledge'], { label: l('Pledge'), rel: 'pledge', optional: true, indexed: true }),
    body: field.text({ label: l('Body'), long: true, optional: true }),
  },
  title: (content) => content.title,
  may: { put: ['coordinator', 'focal-point'], retire: ['coordinator'] },
  sought: 'last',
  list: { columns: ['title', 'pledge'], filters: ['pledge'] },
});

/** A kind that names a person. */
export const visit = defineKind({
  name: 'visit', version: 1, regime: 'owned', audience: 'joint', path: 'visits', label: { one: l('Visit'), many: l('Visits') },
  fields: { place: field.text({ label: l('Place'), search: 'A' }), visitor: field.text({ label: l('Visitor'), personal: true }) },
  title: (content) => content.place,
  may: { put: ['coordinator', 'focal-point'] },
});

export const cooperation: Cooperation = {
  id: 'vn-la-test', title: { vi: 'Hợp tác thử', lo: 'ການຮ່ວມມື', en: 'Trial cooperation' }, observers: [], demo: true,
  themes: { skills: { vi: 'Kỹ năng', lo: 'ທັກສະ', en: 'Skills' }, remains: { vi: 'Hài cốt', lo: 'ອັດຖິ', en: 'Remains' } },
  parties: [
    { id: 'VN', name: { vi: 'Việt Nam', lo: 'ຫວຽດນາມ', en: 'Viet Nam' }, short: { vi: 'Việt Nam', lo: 'ຫວຽດນາມ', en: 'Viet Nam' }, colour: { light: '#a8201a', dark: '#ff8a80' }, languages: ['vi', 'en'], zone: 'Asia/Ho_Chi_Minh' },
    { id: 'LA', name: { vi: 'Lào', lo: 'ລາວ', en: 'Lao PDR' }, short: { vi: 'Lào', lo: 'ລາວ', en: 'Lao PDR' }, colour: { light: '#1d4b96', dark: '#8ab4f8' }, languages: ['lo', 'en'], zone: 'Asia/Vientiane' },
  ],
};

const trial: Module = { name: 'trial', kinds: [pledge, memo, visit], navigation: [{ label: l('Pledges'), href: '/pledges', order: 100 }] };

export interface Node { readonly party: string; readonly kernel: Kernel & Recovery; readonly accounts: Accounts; readonly web: ReturnType<typeof createWeb>; /** Signs its journals. */ readonly signer: TestNodes['nodes'][number]['signer']; readonly database: Database }
export interface World { readonly vn: Node; readonly la: Node; readonly observers: readonly Node[]; sync(): Promise<void>; close(): Promise<void> }

async function webOf(at: TestNodes['nodes'][number] | undefined, options: Partial<WebOptions>): Promise<Node> {
  if (!at) throw new Error('no such node');
  const { kernel, party, database, signer } = at;
  const accounts = await openAccounts({ db: database.kysely, party, secret: 's'.repeat(40), origin: ORIGIN });
  const palette = [{ name: cooperation.id, parties: cooperation.parties.map((p) => ({ id: p.id, colour: p.colour.light, dark: p.colour.dark })) }];
  const web = createWeb({ kernel, accounts, modules: [trial, erasing], assets: buildAssets(palette), version: '0.1.0', health: () => [], ...options });
  return { party, kernel, accounts, web, signer, database };
}

/** Two connected nodes, and those of observers; nothing travels until `sync`. */
export async function world(options: Partial<WebOptions> = {}, observing: readonly string[] = []): Promise<World> {
  const accounts = new Map<string, Accounts>();
  const nodes = await memoryNodes(2, { cooperation: { ...cooperation, observers: observing }, observers: true, kinds: [pledge, memo, visit, remark, approval], forget: async (party, erased) => { await accounts.get(party)?.forget(erased); } });
  const [vn, la] = [await webOf(nodes.nodes[0], options), await webOf(nodes.nodes[1], options)];
  const observers = await Promise.all(nodes.nodes.slice(2).map((node) => webOf(node, options)));
  for (const each of [vn, la, ...observers]) accounts.set(each.party, each.accounts);
  return { vn, la, observers, sync: () => nodes.sync(), close: () => nodes.close() };
}

/** A browser of one person: keeps cookies, sends what browsers send. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly node: Node;
  constructor(node: Node) { this.node = node; }
  async get(path: string, headers: Record<string, string> = {}): Promise<Response> { return this.#keep(await this.node.web.request(`${ORIGIN}${path}`, { headers: { 'accept-language': 'en', ...this.#cookie(), ...headers } })); }
  async post(path: string, fields: Record<string, string | readonly string[]> | FormData, headers: Record<string, string> = {}): Promise<Response> {
    const body = fields instanceof FormData ? fields : new URLSearchParams(Object.entries(fields).flatMap(([n, v]) => (typeof v === 'string' ? [[n, v]] : v.map((one) => [n, one]))));
    return this.#keep(await this.node.web.request(`${ORIGIN}${path}`, { method: 'POST', body, headers: { 'accept-language': 'en', origin: ORIGIN, 'sec-fetch-site': 'same-origin', ...this.#cookie(), ...headers } }));
  }
  #cookie(): Record<string, string> { return this.cookies.size > 0 ? { cookie: [...this.cookies].map(([n, v]) => `${n}=${v}`).join('; ') } : {}; }
  #keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/iu.test(line)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}

/** The id at the end of a redirect to a record. */
export const idOf = (answer: Response): string => /[0-9a-f-]{36}/u.exec(answer.headers.get('location') ?? '')?.[0] ?? '';

/** A record as the node's coordinator reads it. */
export const rowOf = (of: Node, id: string): Promise<RecordRow | null> =>
  of.kernel.reader({ id: 'tester', party: of.party, roles: ['coordinator'], office: null }).get(cooperation.id, id);

export const PASSWORD = 'a long enough password';
/** Signs a new person in. */
export async function signedIn(of: Node, login: string, roles: Parameters<Accounts['add']>[0]['roles']): Promise<Browser> {
  const added = await of.accounts.add({ login, name: login, password: PASSWORD, roles });
  if (!added.ok) throw new Error(JSON.stringify(added.problems));
  const browser = new Browser(of);
  const answer = await browser.post('/sign-in', { login, password: PASSWORD, to: '/' });
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`);
  return browser;
}
