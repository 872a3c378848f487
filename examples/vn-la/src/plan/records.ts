/** From facts to the contents of records. */
import type { Facts } from '../facts/index.ts';
import type { Body, CommitmentFact, InstrumentFact, LineageFact, MeetingFact, Office, Person, TwinningFact } from '../facts/shape.ts';
import { draft, sparse, Texts, type Draft, type Ids } from './draft.ts';

type Named = { readonly remarks?: Office['remarks']; readonly sources: readonly string[]; readonly confidence: string };
const provenance = (ids: Ids, texts: Texts, fact: Named) => ({
  remarks: texts.at('remarks', fact.remarks), sources: fact.sources.map((source) => ids.source(source)), confidence: fact.confidence,
});

export function officeDraft(ids: Ids, fact: Office): Draft {
  const texts = new Texts();
  return draft('office', fact.id, ids.of('office', fact.id), texts, {
    name: texts.at('name', fact.name), short: texts.at('short', fact.short), aliases: fact.aliases, type: fact.type,
    parent: fact.parent && ids.of('office', fact.parent), validFrom: fact.validFrom, validTo: fact.validTo,
    succession: fact.succession?.map((heir, place) => sparse({
      ...heir, office: ids.of('office', heir.office), function: texts.at(`succession.${place}.function`, heir.function),
    })),
    place: texts.at('place', fact.place), borders: fact.borders?.map((other) => ids.of('office', other)),
    ...provenance(ids, texts, fact),
  });
}

export function bodyDraft(ids: Ids, fact: Body): Draft {
  const texts = new Texts();
  return draft('body', fact.id, ids.of('body', fact.id), texts, {
    name: texts.at('name', fact.name), short: texts.at('short', fact.short), aliases: fact.aliases, type: fact.type,
    parent: fact.parent && ids.of('body', fact.parent), validFrom: fact.validFrom, validTo: fact.validTo,
    place: texts.at('place', fact.place), ...provenance(ids, texts, fact),
  });
}

export function personDraft(ids: Ids, fact: Person): Draft {
  const texts = new Texts();
  return draft('person', fact.id, ids.of('person', fact.id), texts, {
    name: texts.at('name', fact.name), aliases: fact.aliases, role: texts.at('role', fact.role),
    office: fact.office && ids.office(fact.office), from: fact.from, to: fact.to, seen: fact.seen, ...provenance(ids, texts, fact),
  });
}

export function meetingDraft(ids: Ids, fact: MeetingFact, language?: string): Draft {
  const texts = new Texts(language);
  return draft('meeting', fact.id, ids.of('meeting', fact.id), texts, {
    name: texts.at('name', fact.name), type: fact.type, ordinal: fact.ordinal, dates: { from: fact.from, to: fact.to }, place: fact.place,
    mode: fact.mode, host: fact.host, chairs: fact.chairs?.map((one) => ids.of('person', one)), organisers: fact.organisers?.map((one) => ids.office(one)),
    attendees: fact.attendees?.map((one) => ids.attendee(one)), alsoPresent: texts.at('alsoPresent', fact.alsoPresent),
    topics: fact.topics?.map((topic, place) => texts.at(`topics.${place}`, topic)), ...provenance(ids, texts, fact),
  });
}

export function instrumentDraft(facts: Facts, ids: Ids, fact: InstrumentFact, language?: string): Draft {
  const texts = new Texts(language);
  return draft('instrument', fact.id, ids.of('instrument', fact.id), texts, {
    title: texts.at('title', fact.title), type: fact.type, level: fact.level, basis: 'summary', signedOn: fact.signedOn, place: fact.place,
    signingMode: fact.signingMode, inForceFrom: fact.inForceFrom, status: fact.status, period: fact.period, parties: partiesOf(facts, fact),
    signatories: fact.signatories.map((side) => sparse({
      party: side.party, office: side.office && ids.office(side.office), person: side.person && ids.of('person', side.person),
    })),
    leadOffices: fact.leadOffices?.map((one) => ids.of('office', one)), meeting: fact.meeting && ids.of('meeting', fact.meeting),
    items: fact.items?.map((item, place) => sparse({ ...item, text: texts.at(`items.${place}.text`, item.text) })),
    relations: fact.relations?.map((other) => ({ ...other, instrument: ids.of('instrument', other.instrument) })),
    ...provenance(ids, texts, fact),
  });
}

/** The parties that signed, themselves or by an office; undefined where no party did. */
function partiesOf(facts: Facts, fact: InstrumentFact): string[] | undefined {
  const owner = new Map(facts.offices.map((one) => [one.id, one.party]));
  const parties = new Set(fact.signatories.map((side) => side.party ?? owner.get(side.office ?? '')).filter((party) => party !== undefined));
  return parties.size === 0 ? undefined : facts.cooperation.parties.map((party) => party.id).filter((id) => parties.has(id));
}

export function commitmentDraft(facts: Facts, ids: Ids, fact: CommitmentFact, language?: string): Draft {
  const texts = new Texts(language);
  const instrument = facts.instruments.find((one) => one.id === fact.instrument);
  const meeting = facts.meetings.find((one) => one.id === fact.meeting);
  return draft('commitment', fact.id, ids.of('commitment', fact.id), texts, {
    text: texts.at('text', fact.text), basis: 'summary', instrument: fact.instrument && ids.of('instrument', fact.instrument),
    meeting: fact.meeting && ids.of('meeting', fact.meeting), item: fact.item, part: fact.part,
    undertakenOn: instrument?.signedOn ?? meeting?.from, type: fact.type, themes: fact.themes, responsible: fact.responsible?.map((one) => ids.office(one)),
    undertakenBy: fact.undertakenBy, period: instrument?.period, due: fact.due,
    amounts: fact.amounts?.map(({ amount, currency, purpose }) => sparse({ money: { amount, currency }, purpose })),
    fulfilledBy: fact.fulfilledBy?.map((one) => ids.of(facts.meetings.some((each) => each.id === one) ? 'meeting' : 'instrument', one)),
    ...provenance(ids, texts, fact),
  });
}

export function twinningDraft(ids: Ids, fact: TwinningFact): Draft {
  const texts = new Texts();
  return draft('twinning', fact.id, ids.of('twinning', fact.id), texts, {
    name: texts.at('name', fact.name), type: fact.type, sides: fact.sides.map((one) => ids.of('office', one)), about: texts.at('about', fact.about),
    themes: fact.themes, from: fact.from, to: fact.to, instrument: fact.instrument && ids.of('instrument', fact.instrument), ...provenance(ids, texts, fact),
  });
}

export const lineageKey = (fact: LineageFact): string => `${fact.later} ${fact.earlier}`;

export function lineageDraft(ids: Ids, fact: LineageFact): Draft {
  const texts = new Texts();
  return draft('lineage', lineageKey(fact), ids.of('lineage', lineageKey(fact)), texts, {
    later: ids.of('commitment', fact.later), earlier: ids.of('commitment', fact.earlier), relation: fact.relation, confidence: fact.confidence,
    basis: texts.at('basis', fact.basis),
  });
}
