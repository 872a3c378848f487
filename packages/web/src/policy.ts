import type { AnyKind, Person, Role, Verb } from '@entente/kernel';
import type { Context } from './page-context.ts';

/** Whether this node's party decides anything here: an observer reads what the parties do. */
export const takesPart = ({ person, cooperation }: Pick<Context, 'person' | 'cooperation'>): boolean => cooperation.parties.some(({ id }) => id === person.party);

/** Whether a person's roles, and their party's, allow a verb on a kind at all: what pages offer. The kernel decides, by the same table. */
export const may = (ctx: Pick<Context, 'person' | 'cooperation'>, kind: AnyKind, verb: Verb): boolean =>
  !kind.guided && takesPart(ctx) && (kind.may[verb]?.some((role) => ctx.person.roles.includes(role)) ?? false);

/** Whether the person may write records of a kind: a joint one is proposed, an owned one put. */
export const mayWrite = (ctx: Pick<Context, 'may'>, kind: AnyKind): boolean => ctx.may(kind, kind.regime === 'joint' ? 'propose' : 'put');

/** Whether a person may open what is for these roles only; absent: for everyone. */
export const mayEnter = ({ person }: { readonly person: Person }, roles: readonly Role[] | undefined): boolean => !roles || roles.some((role) => person.roles.includes(role));
