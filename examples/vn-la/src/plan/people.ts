/** Who acts for a side in the demonstration. */
import type { Person, Role } from '@entente/kernel';
import type { Facts } from '../facts/index.ts';
import type { Ids } from './draft.ts';

export type ActingAs = (party: string, role: Role, office?: string) => Person;

/** People of the demonstration: pseudonyms that are the same on every start. The desk's office where none is named. */
export function actingAs(facts: Facts, ids: Ids): ActingAs {
  return (party, role, office) => {
    const desk = facts.demonstration.desks.find((one) => one.party === party);
    const seat = office ?? (role === 'leader' ? desk?.leader : desk?.coordinator);
    return { id: ids.of('demonstration-person', `${party} ${role} ${seat ?? ''}`), party, roles: [role], office: seat === undefined ? null : ids.of('office', seat) };
  };
}
