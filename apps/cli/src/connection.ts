import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Lang } from '@entente/text';
import { Exit, Stop } from './exit.ts';
import { messages } from './messages.ts';

export interface Connection { readonly url: string; readonly token: string; readonly lang: Lang }

interface DemoFile { readonly nodes: Readonly<Record<string, { readonly url: string; readonly token: string }>> }

/** Where the demonstration keeps its data: ENTENTE_DATA, else `data` in the current folder. */
export const dataFolder = (): string => resolve(process.env['ENTENTE_DATA'] ?? 'data');

/**
 * The node a command speaks to: ENTENTE_URL with ENTENTE_TOKEN, else a node of the demonstration by name.
 * Throws Stop when there is none.
 */
export function connect(node: string, lang: Lang): Connection {
  const [url, token] = [process.env['ENTENTE_URL'], process.env['ENTENTE_TOKEN']];
  if (url !== undefined && token !== undefined) return { url, token, lang };
  try {
    const demo = JSON.parse(readFileSync(join(dataFolder(), 'demo.json'), 'utf8')) as DemoFile;
    const found = demo.nodes[node];
    if (found) return { ...found, lang };
  } catch {
    // No demonstration was ever started here: said below.
  }
  throw new Stop(Exit.noNode, messages.t(lang)('no-demo', { node, folder: dataFolder() }));
}

/** Address of the node a command speaks to, where no token is needed. Throws Stop when there is none. */
export const addressOf = (node: string, lang: Lang): string => process.env['ENTENTE_URL'] ?? connect(node, lang).url;

/** Sends a request to the node; answers its response when it is a success. Throws Stop with what went wrong. */
export async function ask(connection: Connection, path: string, body?: unknown): Promise<Response> {
  const t = messages.t(connection.lang);
  let response: Response;
  try {
    response = await fetch(new URL(path, connection.url), {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${connection.token}`, 'accept-language': connection.lang, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Stop(Exit.noNode, t('no-node', { url: connection.url }));
  }
  if (response.ok) return response;
  throw await refusalOf(response, connection);
}

/** Why a node did not do what it was asked, as a sentence and a code. */
export async function refusalOf(response: Response, { url, lang }: Pick<Connection, 'url' | 'lang'>): Promise<Stop> {
  const t = messages.t(lang);
  if (response.status === 401) return new Stop(Exit.refused, t('refused-token', { url }));
  return refusal(response, t('node-failed', { url, status: String(response.status) }));
}

async function refusal(response: Response, otherwise: string): Promise<Stop> {
  const code = response.status >= 500 ? Exit.failed : response.status === 403 ? Exit.refused : Exit.problems;
  const answer: unknown = await response.json().catch(() => null);
  const problems = typeof answer === 'object' && answer !== null && 'problems' in answer && Array.isArray(answer.problems) ? (answer.problems as { message?: string; id: string; path?: (string | number)[] }[]) : [];
  if (problems.length === 0) return new Stop(code, otherwise);
  return new Stop(code, problems.map((each) => [each.path?.join('.'), each.message ?? each.id].filter(Boolean).join(': ')).join('\n'), problems);
}
