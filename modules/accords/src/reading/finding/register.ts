import { langs } from '@entente/text';
import type { OfficeEntry, OfficeRegister, PartyEntry, PersonEntry, PersonRegister } from '../types.ts';
import { placeWords } from '../vocabulary/places.ts';
import { NameTree } from './trie.ts';

/** What a name in the tree stands for. */
export type Named =
  | { readonly is: 'office' | 'place'; readonly entry: OfficeEntry }
  | { readonly is: 'person'; readonly entry: PersonEntry }
  | { readonly is: 'party'; readonly entry: PartyEntry };

export interface Directory {
  readonly names: NameTree<Named>;
  readonly offices: ReadonlyMap<string, OfficeEntry>;
}

const PLACE_KINDS = new Set(['province', 'city', 'capital', 'district', 'town', 'place', 'country', 'region', 'village', 'river']);
export const isPlaceKind = (kind: string) => PLACE_KINDS.has(kind);

const made = new WeakMap<OfficeRegister, WeakMap<PersonRegister, Directory>>();

/** The names of a register as one tree; made once for the same two objects. */
export function directoryOf(register: OfficeRegister, people: PersonRegister): Directory {
  const ofRegister = made.get(register) ?? new WeakMap<PersonRegister, Directory>();
  made.set(register, ofRegister);
  let directory = ofRegister.get(people);
  if (!directory) ofRegister.set(people, (directory = make(register, people)));
  return directory;
}

function make(register: OfficeRegister, people: PersonRegister): Directory {
  const names = new NameTree<Named>();
  const parties = register.parties.map((entry) => ({ entry, ways: partyNames(entry) }));
  for (const { entry, ways } of parties) for (const way of ways) names.add(way, { is: 'party', entry }, lettersOf(way));
  const suffixes = parties.flatMap(({ ways }) => [...ways]);
  const offices = [...register.offices, ...(register.gazetteer ?? [])];
  for (const entry of offices) {
    const is = isPlaceKind(entry.kind) ? 'place' : 'office';
    const named: Named = { is, entry };
    for (const way of is === 'place' ? placeNames(entry) : officeNames(entry, suffixes)) names.add(way, named, lettersOf(way));
  }
  for (const entry of people) {
    const named: Named = { is: 'person', entry };
    for (const way of [...Object.values(entry.names), ...(entry.aliases ?? [])]) if (way) names.add(way, named, 'capital');
  }
  return { names, offices: new Map(offices.map((entry) => [entry.id, entry])) };
}

/** Short names in capitals only count in capitals; one or two words only with a capital; long names in any letters. */
function lettersOf(way: string): 'any' | 'capital' | 'acronym' {
  if (/^[\p{Lu}\p{N}&-]{2,4}$/u.test(way)) return 'acronym';
  return way.split(/\s+/u).length <= 2 ? 'capital' : 'any';
}

const all = (entry: { names: object; shorts?: object; aliases?: readonly string[] }): string[] =>
  [...Object.values(entry.names), ...Object.values(entry.shorts ?? {}), ...(entry.aliases ?? [])].filter((name): name is string => typeof name === 'string' && name !== '');

/** A qualifier that tells two entries of one name apart is not part of the name: "(trước 7/2025)", "before July 2025". */
const bareName = (name: string) => name.replace(/\s*\([^)]*\)\s*$/u, '').replace(/\s+(?:before|until|since|from)\s+(?:\p{L}+\s+)?\d{4}$/u, '');

function officeNames(entry: OfficeEntry, parties: readonly string[]): Set<string> {
  const written = all(entry).map(bareName);
  const ways = new Set(written);
  for (const way of written) {
    for (const party of parties) {
      const cut = way.length - party.length;
      // "Bộ ... Lào" is written without the country too; a name that would be one word then is kept whole.
      if (cut > 8 && way.endsWith(party) && /[\s-]$/u.test(way.slice(0, cut))) ways.add(way.slice(0, cut).replace(/\s+(?:of|of the|nước|của|ຂອງ)?\s*$/u, ''));
    }
    const and = / (?:và|and|ແລະ) /u;
    if (and.test(way)) ways.add(way.replace(and, ' & '));
  }
  return ways;
}

function placeNames(entry: OfficeEntry): Set<string> {
  const ways = new Set<string>();
  for (const name of all(entry).map(bareName)) {
    const short = name.replace(placeWords.before, '').replace(placeWords.after, '').trim();
    ways.add(name);
    if (short !== '') ways.add(short);
    // Foreign texts write Hanoi, Danang, Quangninh.
    if (/^\p{Script=Latin}/u.test(short) && short.split(/\s+/u).length <= 3) ways.add(short.replace(/\s+/gu, ''));
  }
  return ways;
}

function partyNames(entry: PartyEntry): Set<string> {
  const written = all(entry);
  if (/^[A-Z]{2}$/.test(entry.id)) written.push(...langs.map((lang) => regionName(entry.id, lang)));
  const ways = new Set(written);
  for (const way of written) {
    if (!/^\p{Script=Latin}/u.test(way) || way.split(/\s+/u).length > 2) continue;
    const joined = way.replace(/\s+/gu, '');
    ways.add(joined);
    // English says Vietnamese, Indonesian; and Lao for what is of Laos.
    if (/^[\x20-\x7E]+$/.test(way)) for (const end of ['ese', 'ian', 'n']) ways.add(joined + end);
    if (/^[\x20-\x7E]{4,}s$/.test(way)) ways.add(way.slice(0, -1));
  }
  ways.delete('');
  return ways;
}

function regionName(region: string, lang: string): string {
  try {
    const name = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' }).of(region);
    return name ?? '';
  } catch {
    return '';
  }
}
