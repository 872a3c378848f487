import type { AnyKind, Person, Verb } from '@entente/kernel';

/** Whether a person's roles allow a verb on a kind at all: what pages offer. The kernel decides, by the same table. */
export const may = (person: Person, kind: AnyKind, verb: Verb): boolean => !kind.guided && (kind.may[verb]?.some((role) => person.roles.includes(role)) ?? false);
