/**
 * Who may do what, in one place, asked on every command and every read. A person is judged by party and roles only;
 * what a record allows right now (open, declined, held) is the consent rules' to say.
 */
import type { Audience, Verb } from '../act.ts';
import type { Cooperation, Person } from '../contract.ts';
import type { AnyKind, Role } from '../kind.ts';

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly why: string };

/** What of a record the policy looks at; absent for one that is being made. */
export interface Subject { readonly party: string; readonly audience: Audience }

export type Command = Extract<Verb, 'put' | 'retire' | 'propose' | 'consent' | 'reject'>;

const yes: Decision = { allowed: true };
const no = (why: string): Decision => ({ allowed: false, why });

/** May this person give this command on this kind of record, in the name of the node's party? */
export function may(person: Person, verb: Command, kind: AnyKind, record: Subject | null, where: { readonly party: string; readonly cooperation: Cooperation }): Decision {
  if (person.party !== where.party) return no('policy.other-party');
  if (!where.cooperation.parties.some((party) => party.id === where.party)) return no('policy.observer');
  const roles: readonly Role[] | undefined = kind.may[verb];
  if (!roles) return no('policy.verb');
  if (!roles.some((role) => person.roles.includes(role))) return no('policy.role');
  if (record && kind.regime === 'owned' && record.party !== person.party) return no('policy.not-owner');
  return yes;
}

/** Roles that may have a person's values erased: the duty is the ministry's, so an administrator may, who cannot read them. */
const ERASES: readonly Role[] = ['coordinator', 'administrator'];

/** May this person erase what a record names of persons, in the name of the node's party? */
export function mayErase(person: Person, kind: AnyKind, record: Subject, where: { readonly party: string; readonly cooperation: Cooperation }): Decision {
  if (person.party !== where.party) return no('policy.other-party');
  if (record.audience !== 'home' && !where.cooperation.parties.some((party) => party.id === where.party)) return no('policy.observer');
  if (!ERASES.some((role) => person.roles.includes(role))) return no('policy.role');
  return kind.regime === 'owned' && record.party !== person.party ? no('policy.not-owner') : yes;
}

/** Which records this person may read: those of these audiences. Nobody without a role reads more than the public does. */
export function audiencesFor(person: Person, where: { readonly party: string; readonly cooperation: Cooperation }): readonly Audience[] {
  const { parties, observers } = where.cooperation;
  if (person.roles.length === 0) return ['public'];
  if (person.party === where.party) return ['public', 'joint', 'home'];
  return parties.some((party) => party.id === person.party) || observers.includes(person.party) ? ['public', 'joint'] : ['public'];
}

/** Roles that see the values behind personal fields; the others see that there is one. */
const READS_PERSONAL: readonly Role[] = ['coordinator', 'focal-point', 'leader'];

export function mayReadPersonal(person: Person, where: { readonly party: string }): boolean {
  return person.party === where.party && READS_PERSONAL.some((role) => person.roles.includes(role));
}
