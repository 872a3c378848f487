/** The node's own table of routes: which pages there are, whether or not anything leads to them. */
import { memoryNodes } from '@entente/kernel/testing';
import { createWeb, openAccounts } from '@entente/web';
import { kinds, modules } from '../src/modules.ts';
import type { Side } from './demonstration.ts';

/** Answers that are no page of the node: files, pictures, data, redirections. */
const NO_PAGE = /^\/(api|assets|healthz|pick|files|places|evidence|sign-in\/link)(\/|$)|\.(csv|xlsx|xml)$|\/(live|copy|file|form)$|:file/u;
/** Pages that nothing in a fresh demonstration can show: the suites named have them open. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^\/jobs\//u, 'long-work.test.ts'],
  [/^\/import\/:id$/u, 'bring-in.test.ts'],
  [/^\/(remarks|joint-reports)\/:id/u, 'agree.test.ts, joint-report.test.ts'],
  [/^\/work-plan\/:plan\/answer$/u, 'work-plan.test.ts'],
  [/^\/sign-in\/password\//u, 'packages/web/test/people.test.ts'],
  [/^\/approvals/u, 'packages/web/test/approvals.test.ts'],
];
/** Pages that show little until they are asked something. */
const GIVEN: Readonly<Record<string, string>> = { '/search': '/search?q=đào tạo nghề' };

/** Patterns of every page the node draws, as it routes them. */
export async function pageRoutes(): Promise<readonly string[]> {
  const party = (id: string) => ({ id, name: { en: id }, short: { en: id }, colour: { light: '#000000', dark: '#ffffff' }, languages: ['en'], zone: 'UTC' });
  const nodes = await memoryNodes(1, { kinds, cooperation: { id: 'routes', title: { en: 'Routes' }, observers: [], demo: true, themes: {}, parties: [party('VN'), party('LA')] } });
  try {
    const [node] = nodes.nodes;
    if (!node) throw new Error('no node');
    const accounts = await openAccounts({ db: node.database.kysely, party: node.party, secret: 's'.repeat(40), origin: 'http://node.test' });
    const web = createWeb({ kernel: node.kernel, modules, accounts, assets: { files: [], links: {} } as never, version: '0', health: () => [] });
    return [...new Set(web.routes.filter(({ method, path }) => method === 'GET' && !NO_PAGE.test(path) && !ELSEWHERE.some(([pattern]) => pattern.test(path))).map(({ path }) => path))];
  } finally {
    await nodes.close();
  }
}

/** Whether an address is one of a route. */
export function isOf(route: string, path: string): boolean {
  const steps = route.replaceAll(/\{(?:[^{}]|\{[^}]*\})*\}/gu, '').split('/');
  const given = (path.split('?')[0] ?? '').split('/');
  return steps.length === given.length && steps.every((step, at) => step.startsWith(':') ? given[at] !== '' : step === given[at]);
}

/** An address of a route that no link led to: of the first record of its kind, where it is about one. Null when there is none. */
export async function addressOf(side: Side, coop: string, route: string): Promise<string | null> {
  if (!route.includes(':')) return GIVEN[route] ?? route;
  const [, path = ''] = route.split('/');
  const rows = await side.api<{ rows: { id: string }[] }>(`/api/${coop}/${path}?limit=1&party=${side.name.toUpperCase()}`).then((answer) => answer.rows, () => []);
  return rows[0] ? route.replace(/:id(\{.*?\}\})?/u, rows[0].id) : null;
}
