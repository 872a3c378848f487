/** Whom an IATI file means: an office or body of the register, else a party, by its identifier or by its name in any language. */
import type { Cooperation, Localized, RecordRow } from '@entente/kernel';
import { nameKey } from '@entente/text';
import type { Context } from '@entente/web';
import { allOf } from '../joint-report/gather.ts';
import { nameOf } from './gather.ts';

/** An organisation as a file names it. */
export interface Mentioned { readonly ref: string | undefined; readonly name: Localized }
export interface Who { readonly office?: string; readonly party?: string; readonly name?: Localized }

export interface Register {
  /** The office, body or party; by its name alone where it is none of them, null where it has no name either. */
  who(org: Mentioned): Who | null;
  province(name: Localized): string | undefined;
}

const PROVINCES: readonly unknown[] = ['province', 'city', 'capital'];

/** What stands under one key only: a name that two have means neither. */
class Index {
  readonly #of = new Map<string, string | null>();
  add(keys: readonly string[], id: string): void {
    for (const key of keys) this.#of.set(key, (this.#of.get(key) ?? id) === id && this.#of.get(key) !== null ? id : null);
  }
  find(keys: readonly string[]): string | undefined {
    const found = new Set(keys.flatMap((key) => this.#of.get(key) ?? []));
    return found.size === 1 ? [...found][0] : undefined;
  }
}

const namesOf = (name: Localized): readonly string[] => Object.values(name).map(nameKey);

export function registerOf(offices: readonly RecordRow[], cooperation: Cooperation): Register {
  const [office, party, province] = [new Index(), new Index(), new Index()];
  for (const row of offices) {
    const names = namesOf(nameOf(row));
    const orgId = row.content['orgId'];
    office.add([...names, ...(typeof orgId === 'string' ? [`#${orgId}`] : [])], row.id);
    if (PROVINCES.includes(row.content['type'])) province.add(names, row.id);
  }
  for (const { id, name, orgId } of cooperation.parties) party.add([...namesOf(name), ...(orgId === undefined ? [] : [`#${orgId}`])], id);
  const find = (index: Index, { ref, name }: Mentioned): string | undefined => (ref === undefined ? undefined : index.find([`#${ref}`])) ?? index.find(namesOf(name));
  return {
    who(org) {
      const [asOffice, asParty] = [find(office, org), find(party, org)];
      if (asOffice !== undefined) return { office: asOffice };
      if (asParty !== undefined) return { party: asParty };
      return Object.keys(org.name).length > 0 ? { name: org.name } : null;
    },
    province: (name) => province.find(namesOf(name)),
  };
}

/** The register as it stands: offices, joint and international bodies that are not retired. */
export async function readRegister(ctx: Pick<Context, 'read' | 'cooperation'>): Promise<Register> {
  const coop = ctx.cooperation.id;
  const rows = await Promise.all(['office', 'body'].map(async (kind) => allOf<RecordRow['content']>(ctx.read, { coop, kind })));
  return registerOf(rows.flat(), ctx.cooperation);
}
