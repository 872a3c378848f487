/** The shapes of the data files. Strict: a key that is not known is a mistake. */
import { z } from 'zod';
import { field } from '@entente/kernel';

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/u);
const date = field.partialDate;
const line = z.string().min(1).max(20_000).regex(/\S/u);
const written = z.union([line, z.strictObject({ machine: line })]);
/** A text and its translations: the first language is the record's own. `machine`: written by a machine, not read yet. */
const words = z.record(z.enum(['vi', 'lo', 'en']).or(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u)), written)
  .refine((value) => Object.keys(value).length > 0, { error: 'field.required' });
const ids = z.array(id).min(1);
const confidence = z.enum(['seed', 'public', 'uncertain']);
const provenance = { remarks: words.optional(), sources: z.array(id).min(1), confidence };

export const cooperationFile = z.strictObject({
  id, title: words, observers: z.array(z.string()), demo: z.boolean(),
  parties: z.array(z.strictObject({
    id, name: words, short: words, languages: z.array(z.string()).min(1), zone: line,
    colour: z.strictObject({ light: z.string().regex(/^#[0-9a-f]{6}$/u), dark: z.string().regex(/^#[0-9a-f]{6}$/u) }),
  })).min(2),
  themes: z.array(z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9_-]*$/u), label: words })).min(1),
});

export const source = z.strictObject({
  id, ref: line, kind: z.enum(['text', 'page']), lang: z.string(), published: date.optional(), about: line.optional(),
});

export const office = z.strictObject({
  id, party: id, type: line, name: words, short: words.optional(), aliases: z.array(line).optional(), parent: id.optional(),
  validFrom: date.optional(), validTo: date.optional(),
  succession: z.array(z.strictObject({ type: line, office: id, date: date.optional(), function: words.optional(), inferred: z.boolean().optional() })).optional(),
  place: words.optional(), borders: ids.optional(), borderKm: field.decimal.optional(), onBorder: z.boolean().optional(), ...provenance,
});
export const body = office.omit({ party: true, succession: true, borders: true, borderKm: true, onBorder: true });

export const person = z.strictObject({
  id, party: id, name: words, aliases: z.array(line).optional(), role: words, office: id.optional(),
  from: date.optional(), to: date.optional(), seen: z.array(date).optional(), ...provenance,
});

export const meeting = z.strictObject({
  id, type: line, ordinal: z.int().min(1).optional(), name: words, from: date, to: date, place: line.optional(),
  mode: line.optional(), host: id.optional(), chairs: ids.optional(), organisers: ids.optional(), attendees: ids.optional(),
  alsoPresent: words.optional(), topics: z.array(words).optional(), ...provenance,
});

export const instrument = z.strictObject({
  id, type: line, level: line, title: words, signedOn: date.optional(), place: line.optional(), signingMode: line.optional(),
  inForceFrom: date.optional(), status: line.optional(), period: z.strictObject({ from: date, to: date }).optional(),
  signatories: z.array(z.strictObject({ party: id.optional(), office: id.optional(), person: id.optional() })).min(1),
  leadOffices: ids.optional(), meeting: id.optional(),
  relations: z.array(z.strictObject({ type: line, instrument: id })).optional(),
  items: z.array(z.strictObject({ number: line, parent: line.optional(), text: words })).optional(), ...provenance,
});

export const commitment = z.strictObject({
  id, instrument: id.optional(), meeting: id.optional(), item: line.optional(), part: line.optional(), type: line,
  themes: z.array(line).min(1), text: words, responsible: ids.optional(), undertakenBy: ids.optional(), due: date.optional(),
  amounts: z.array(z.strictObject({ amount: field.decimal, currency: z.string().regex(/^[A-Z]{3}$/u), purpose: line.optional() })).optional(),
  fulfilledBy: ids.optional(), ...provenance,
});

export const twinning = z.strictObject({
  id, type: line, name: words, sides: z.array(id).min(2), about: words.optional(), themes: z.array(line).optional(),
  from: date.optional(), to: date.optional(), instrument: id.optional(), ...provenance,
});

export const lineage = z.strictObject({ later: id, earlier: id, relation: line, confidence: line, basis: words });

/** Entries in the shape of a kind's content; what they hold is checked by the kind's fields (by-kind.ts). */
const entry = z.looseObject({});
export const named = z.looseObject({ id });
export const activity = z.looseObject({ id, type: line, progress: entry.optional() });
export const grant = z.strictObject({ id, activity: id.optional(), own: entry.optional(), transaction: entry.optional() });
export const workPlanFile = z.strictObject({
  plans: z.array(named), rates: z.array(named), activities: z.array(z.looseObject({ id, type: line })), progress: z.array(z.looseObject({ party: id, activity: id })),
  transactions: z.array(z.looseObject({ id, party: id })), receipts: z.array(z.looseObject({ party: id, transaction: id })),
});

const figure = { value: field.decimal, women: field.decimal.optional(), men: field.decimal.optional() };
const figures = z.array(z.strictObject({ indicator: id, ...figure })).optional();
export const exerciseFile = z.strictObject({
  label: words,
  periods: z.array(z.strictObject({ id, name: words, from: date, to: date })).min(1),
  indicators: z.array(z.strictObject({
    id, name: words, measure: line, unit: words, currency: z.string().optional(), theme: line.optional(), combine: line, definition: words.optional(),
  })).min(1),
  reports: z.array(z.strictObject({
    commitment: id, period: id, party: id, office: id.optional(), state: line, narrative: words, figures,
    difficulties: words.optional(), proposals: words.optional(),
    evidence: z.array(z.strictObject({ name: line, type: line, lines: z.array(line).min(1) })).optional(),
  })).min(1),
  revisions: z.array(z.strictObject({ commitment: id, period: id, party: id, narrative: words, figures })).optional(),
  settlements: z.array(z.strictObject({
    commitment: id, period: id, indicator: id, ...figure, by: id, standing: z.enum(['agreed', 'proposed', 'declined']), remark: words, reason: line.optional(),
  })).optional(),
});

const listed = { meetings: z.array(id).optional(), instruments: z.array(id).optional(), commitments: z.array(id).optional() };
export const demonstrationFile = z.strictObject({
  desks: z.array(z.strictObject({ party: id, coordinator: id, leader: id })),
  recordedBy: z.array(z.strictObject({ party: id, language: line, ...listed })),
  unconfirmed: z.strictObject({ ...listed, lineageConfidence: z.array(line).optional() }),
  crossed: z.array(z.strictObject({ meeting: id, by: id, dates: z.strictObject({ from: date, to: date }), why: words })),
  declined: z.array(z.strictObject({ instrument: id, by: id, reason: line })),
  rectified: z.array(z.strictObject({ commitment: id, by: id, first: line, why: line })),
  changing: z.array(z.strictObject({ commitment: id, by: id, why: line })),
});

export type Words = z.infer<typeof words>;
export type CooperationFile = z.infer<typeof cooperationFile>;
export type Source = z.infer<typeof source>;
export type Office = z.infer<typeof office>;
export type Body = z.infer<typeof body>;
export type Person = z.infer<typeof person>;
export type MeetingFact = z.infer<typeof meeting>;
export type InstrumentFact = z.infer<typeof instrument>;
export type CommitmentFact = z.infer<typeof commitment>;
export type ActivityFact = z.infer<typeof activity>;
export type GrantFact = z.infer<typeof grant>;
export type NamedEntry = z.infer<typeof named>;
/** Entries of the kind, with who brings it in and whether the other side has agreed. */
export const proposalsFile = z.strictObject({ proposals: z.array(z.looseObject({ id, by: id, agreed: z.boolean(), exercise: z.boolean().optional() })) });
export type ProposalEntry = z.infer<typeof proposalsFile>['proposals'][number];
export type WorkPlanFile = z.infer<typeof workPlanFile>;
export type LineageFact = z.infer<typeof lineage>;
export type TwinningFact = z.infer<typeof twinning>;
export type Exercise = z.infer<typeof exerciseFile>;
export type Demonstration = z.infer<typeof demonstrationFile>;
