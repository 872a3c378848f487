/** The door of what a node does for whoever holds a personal token of one of its people. */
import type { Problem, Role } from '@entente/kernel';
import { describeProblem, isLang, type Lang } from '@entente/text';
import type { Account, Accounts } from '@entente/web';

const langOf = (request: Request): Lang => {
  const wish = (request.headers.get('accept-language') ?? '').slice(0, 2);
  return isLang(wish) ? wish : 'en';
};

/** Problems as data, each with its sentence in the asker's language. */
export const refusal = (request: Request, status: number, problems: readonly Problem[]): Response =>
  Response.json({ problems: problems.map(({ id, path, params = {} }) => ({ id, path, params, message: describeProblem({ id, path: path.join('.'), params }, langOf(request)) })) }, { status });

/** Whose token a request carries, or the answer that says why they may not. */
export const tokenDoor = (accounts: Accounts, may: readonly Role[]) => async (request: Request): Promise<Account | Response> => {
  const secret = /^Bearer\s+(?<secret>\S{20,200})$/iu.exec(request.headers.get('authorization') ?? '')?.groups?.['secret'];
  const account = secret ? await accounts.tokens.owner(secret) : null;
  if (!account) return refusal(request, 401, [{ id: 'api.unauthorised', path: [] }]);
  return may.some((role) => account.roles.includes(role)) ? account : refusal(request, 403, [{ id: 'policy.role', path: [] }]);
};
