import type { Problem } from '@entente/kernel';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { tell } from '../context.ts';
import type { Request } from '../door/env.ts';
import { sendJson } from '../door/send.ts';

/** Problems as the API says them: the id for programs, the message for people, in the language asked for. */
export function problemsAnswer(c: Request, problems: readonly Problem[], status?: ContentfulStatusCode): Response {
  const lang = c.get('lang');
  const body = { problems: problems.map((one) => ({ id: one.id, path: one.path, params: one.params ?? {}, message: tell(one, lang) })) };
  return sendJson(c, body, status ?? statusOf(problems));
}

/** The status that says most about what is wrong. */
export function statusOf(problems: readonly Problem[]): ContentfulStatusCode {
  const ids = problems.map((one) => one.id);
  if (ids.includes('api.unauthorised')) return 401;
  if (ids.some((id) => id.startsWith('policy.') || id === 'api.forbidden')) return 403;
  if (ids.includes('record.changed')) return 409;
  if (ids.some((id) => id === 'api.not-found' || id === 'api.no-command' || id === 'record.unknown')) return 404;
  if (ids.includes('upload.too-large')) return 413;
  if (ids.includes('upload.type')) return 415;
  if (ids.includes('upload.malformed')) return 400;
  return 422;
}

export const refuseApi = (c: Request, id: string): Response => problemsAnswer(c, [{ id, path: [] }]);
