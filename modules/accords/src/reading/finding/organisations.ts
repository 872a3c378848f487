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
  const offices = places.flatMap((_, at) => officeFrom(places, at, context));
  return { offices, parties, people };
}

function placed({ from, to, of }: Match<Named>, { tokens }: Context): Place {
  return { start: tokens.starts[from] ?? 0, end: tokens.ends[to - 1] ?? 0, of };
}

function officeFrom(places: readonly Place[], at: number, context: Context): Raw[] {
  const place = places[at] as Place;
  const entries = place.of.flatMap((named) => (named.is === 'office' || named.is === 'place' ? [named.entry] : []));
  const is = place.of.find((named) => named.is === 'office' || named.is === 'place')?.is;
  if (is === undefined || entries.length === 0) return [];
  if (isPartOfLabel(place, context)) return [];
  return [is === 'place' ? ofPlace(place, entries, context) : ofOffice(places, at, entries, context)];
}

/** "ASEAN-6" is a group of countries, not the body. */
const isPartOfLabel = ({ end }: Place, { plain }: Context) => /^-\d/.test(plain.text.slice(end, end + 2));

/** Words that bind an office to its country: "Bộ Nội vụ nước CHXHCN Việt Nam", "the Ministry of ... of the Lao PDR". */
const LINK = /^[ \n]{0,3}(?:-[ \n]?)?(?:(?:của|nước|of|the|from|in|tại|ຂອງ|ແຫ່ງ)[ \n]{1,2}){0,3}(?:\p{Lu}{4,10}[ \n])?$/u;
const GENITIVE = /^(?:'s|')?[ \n](?:the[ \n])?$/;

function ofOffice(places: readonly Place[], at: number, entries: readonly OfficeEntry[], context: Context): Raw {
  const [before, place, after] = [places[at - 1], places[at] as Place, places[at + 1]];
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
  const near = party === undefined ? partyNear(places, at, context) : undefined;
  const ofNear = named.filter((entry) => entry.party === near);
  return chosen('office', ofNear.length > 0 ? [...ofNear, ...named.filter((entry) => entry.party !== near)] : named, context, { start, end, favoured: ofNear.length });
}

function ofPlace(place: Place, entries: readonly OfficeEntry[], context: Context): Raw {
  const { text } = context.plain;
  const before = placeWords.ending.exec(text.slice(Math.max(0, place.start - 24), place.start));
  const after = placeWords.beginning.exec(text.slice(place.end, place.end + 24));
  const kind = before ? kindNamedBefore(before[1] ?? '') : after ? kindNamedAfter(after[1] ?? '') : undefined;
  const ofKind = entries.filter((entry) => entry.kind === kind);
  const start = before && ofKind.length > 0 ? place.start - (before[0]?.length ?? 0) : place.start;
  const end = after && ofKind.length > 0 ? place.end + (after[0]?.length ?? 0) : place.end;
  return chosen('place', ofKind.length > 0 ? ofKind : entries, context, { start, end, favoured: 0 });
}

const NEAR = 80;

/** The only party named near an office that both sides have: "Tại Lào, ... Bộ Ngoại giao". */
function partyNear(places: readonly Place[], at: number, { plain }: Context): string | undefined {
  const own = places[at] as Place;
  const near = new Set<string>();
  for (const [from, step] of [[at - 1, -1], [at + 1, 1]] as const) {
    for (let place = from; Math.abs(place - at) <= 6; place += step) {
      const other = places[place];
      if (!other || Math.max(other.start - own.end, own.start - other.end) > NEAR) break;
      const between = plain.text.slice(Math.min(own.end, other.end), Math.max(own.start, other.start));
      if (/[.;\u2029]/.test(between)) break;
      if (other.of[0]?.is === 'party') near.add(other.of[0].entry.id);
    }
  }
  return near.size === 1 ? [...near][0] : undefined;
}

/** `favoured`: how many of the entries, from the first, a word nearby speaks for. */
function chosen(type: 'office' | 'place', entries: readonly OfficeEntry[], context: Context, { start, end, favoured }: { start: number; end: number; favoured: number }): Raw {
  const { on } = context;
  const ordered = favoured > 0 ? [...byValidity(entries.slice(0, favoured), on), ...byValidity(entries.slice(favoured), on)] : byValidity(entries, on);
  const [best, ...others] = ordered as [OfficeEntry, ...OfficeEntry[]];
  const rivals = favoured > 0 ? others.slice(0, favoured - 1) : others;
  const rival = rivals.find((other) => (on === undefined ? !other.validTo === !best.validTo : validAt(other, on) === validAt(best, on)));
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
