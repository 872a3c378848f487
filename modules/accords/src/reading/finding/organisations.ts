import { kindNamedAfter, kindNamedBefore, placeWords } from '../vocabulary/places.ts';
import type { OfficeEntry, PartyEntry, PersonEntry } from '../types.ts';
import { extract } from './context.ts';
import type { Context, Raw } from './context.ts';
import type { Named } from './register.ts';
import type { Match } from './trie.ts';
import { byValidity, validAt } from './validity.ts';

/** Everything of the register that the text names, in order. */
export interface Mentions {
  readonly offices: readonly Raw[];
  readonly parties: readonly { readonly start: number; readonly end: number; readonly party: PartyEntry }[];
  readonly people: readonly { readonly start: number; readonly end: number; readonly people: readonly PersonEntry[] }[];
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly of: readonly Named[];
}

export function mentionsIn(context: Context): Mentions {
  const { tokens } = context;
  const places: Place[] = [];
  for (const match of context.directory.names.find(tokens)) places.push(placed(match, context));
  const parties = places.flatMap(({ start, end, of }) => (of[0]?.is === 'party' ? [{ start, end, party: of[0].entry }] : []));
  const people = places.flatMap(({ start, end, of }) => {
    const found = of.flatMap((named) => (named.is === 'person' ? [named.entry] : []));
    return found.length > 0 && !of.some((named) => named.is === 'party') ? [{ start, end, people: found }] : [];
  });
  const offices = places.flatMap((place, at) => officeFrom(place, places[at - 1], places[at + 1], context));
  return { offices, parties, people };
}

function placed({ from, to, of }: Match<Named>, { tokens }: Context): Place {
  return { start: tokens.starts[from] ?? 0, end: tokens.ends[to - 1] ?? 0, of };
}

function officeFrom(place: Place, before: Place | undefined, after: Place | undefined, context: Context): Raw[] {
  const entries = place.of.flatMap((named) => (named.is === 'office' || named.is === 'place' ? [named.entry] : []));
  const is = place.of.find((named) => named.is === 'office' || named.is === 'place')?.is;
  if (is === undefined || entries.length === 0) return [];
  if (isPartOfLabel(place, context)) return [];
  return [is === 'place' ? ofPlace(place, entries, context) : ofOffice(place, entries, before, after, context)];
}

/** "ASEAN-6" is a group of countries, not the body. */
const isPartOfLabel = ({ end }: Place, { plain }: Context) => /^-\d/.test(plain.text.slice(end, end + 2));

/** Words that bind an office to its country: "Bộ Nội vụ nước CHXHCN Việt Nam", "the Ministry of ... of the Lao PDR". */
const LINK = /^[ \n]{0,3}(?:-[ \n]?)?(?:(?:của|nước|of|the|from|in|tại|ຂອງ|ແຫ່ງ)[ \n]{1,2}){0,3}(?:\p{Lu}{4,10}[ \n])?$/u;
const GENITIVE = /^(?:'s|')?[ \n](?:the[ \n])?$/;

function ofOffice(place: Place, entries: readonly OfficeEntry[], before: Place | undefined, after: Place | undefined, context: Context): Raw {
  const next = after?.of[0];
  const last = before?.of[0];
  let { start, end } = place;
  let party: string | undefined;
  if (after && next?.is === 'party' && LINK.test(context.plain.text.slice(place.end, after.start))) {
    party = next.entry.id;
    ({ end } = after);
  } else if (before && last?.is === 'party' && GENITIVE.test(context.plain.text.slice(before.end, place.start))) {
    party = last.entry.id;
    ({ start } = before);
  }
  const named = entries.filter((entry) => party === undefined || entry.party === null || entry.party === party || entry.party === 'joint' || entry.party === 'intl');
  if (named.length === 0) {
    // The same name in the other country, where the register has no such office.
    return { type: 'office', ...extract(context, start, end), value: { party: party ?? null, kind: entries[0]?.kind ?? null } };
  }
  return chosen('office', named, context, start, end);
}

function ofPlace(place: Place, entries: readonly OfficeEntry[], context: Context): Raw {
  const { text } = context.plain;
  const before = placeWords.ending.exec(text.slice(Math.max(0, place.start - 24), place.start));
  const after = placeWords.beginning.exec(text.slice(place.end, place.end + 24));
  const kind = before ? kindNamedBefore(before[1] ?? '') : after ? kindNamedAfter(after[1] ?? '') : undefined;
  const ofKind = entries.filter((entry) => entry.kind === kind);
  const start = before && ofKind.length > 0 ? place.start - (before[0]?.length ?? 0) : place.start;
  const end = after && ofKind.length > 0 ? place.end + (after[0]?.length ?? 0) : place.end;
  return chosen('place', ofKind.length > 0 ? ofKind : entries, context, start, end);
}

function chosen(type: 'office' | 'place', entries: readonly OfficeEntry[], context: Context, start: number, end: number): Raw {
  const { on } = context;
  const [best, ...others] = byValidity(entries, on) as [OfficeEntry, ...OfficeEntry[]];
  const rival = others.find((other) => (on === undefined ? !other.validTo === !best.validTo : validAt(other, on) === validAt(best, on)));
  const shared = {
    ...extract(context, start, end),
    value: { party: best.party, kind: best.kind },
    ...(on === undefined ? {} : { validAt: validAt(best, on) }),
  };
  // Two that fit equally well: the person decides.
  if (rival) return { type, ...shared, alternatives: [best.id, ...others.map((entry) => entry.id)] };
  return { type, ...shared, record: best.id, ...(others.length > 0 ? { alternatives: others.map((entry) => entry.id) } : {}) };
}

const BOTH = /(?<![\p{L}\p{M}])(?:hai Bộ|hai bộ|Hai Bộ|Hai bộ|(?:[Tt]he )?(?:two|both) [Mm]inistries|ສອງກະຊວງ)(?! trưởng|[\p{L}\p{M}])/gu;

/** "hai Bộ", "the two ministries": both sides' ministries that the text names most, as a suggestion. */
export function bothMinistries(context: Context, offices: readonly Raw[]): Raw[] {
  const times = new Map<string, { count: number; party: string }>();
  for (const found of offices) {
    if (found.type !== 'office' || found.value.kind !== 'ministry' || found.value.party === null || found.record === undefined) continue;
    const seen = times.get(found.record) ?? { count: 0, party: found.value.party };
    times.set(found.record, { ...seen, count: seen.count + 1 });
  }
  const leading = new Map<string, string>();
  for (const [id, { party }] of [...times].toSorted((a, b) => b[1].count - a[1].count)) if (!leading.has(party)) leading.set(party, id);
  const alternatives = [...leading.values()];
  return [...context.plain.text.matchAll(BOTH)].map((match): Raw => ({
    type: 'office', ...extract(context, match.index, match.index + match[0].length), value: { party: null, kind: 'ministry' }, alternatives,
  }));
}
