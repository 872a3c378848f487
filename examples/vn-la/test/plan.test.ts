import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { commitment, instrument, lineage, meeting, twinning } from '@entente/accords/kinds';
import { activity, activityProgress, exchangeRate, indicator, jointReport, measureProblems, progressReport, projectProposal, receipt, reportingPeriod, settlement, statistic, transaction, workPlan } from '@entente/programme/kinds';
import { kernelKinds, MAX_ACT_BYTES, type AnyKind, type Intent } from '@entente/kernel';
import { loadFacts, plan, type Plan } from '../src/index.ts';
import { withVersions, versionsAsked, type WriteStep } from '../src/plan/step.ts';

const KINDS = new Map<string, AnyKind>([...kernelKinds, commitment, instrument, lineage, meeting, twinning, indicator, jointReport, progressReport, projectProposal, reportingPeriod, settlement, activity, activityProgress, exchangeRate, receipt, statistic, transaction, workPlan].map((kind) => [kind.name, kind]));

/** Stands in for the kernel's: the same name, the same id. */
function naturalId(coop: string, kind: string, key: string): string {
  const hex = createHash('sha256').update(JSON.stringify([coop, kind, key])).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function built(): Plan {
  const facts = loadFacts();
  if (!facts.ok) throw new Error(JSON.stringify(facts.problems));
  return plan(facts.value, naturalId);
}

const made = built();
const steps = Object.values(made).flat();
const writes = steps.filter((step): step is WriteStep => 'intents' in step);
type Content = Extract<Intent, { verb: 'put' | 'propose' }>;
const contents = writes.flatMap((step) => step.intents).filter((intent): intent is Content => intent.verb === 'put' || intent.verb === 'propose');
const filled = (intent: Content) => withVersions(intent.content, new Map(versionsAsked(intent.content).map((record) => [record, 'a'.repeat(64)])));

describe('the plan of the demonstration', () => {
  it('writes only contents that their kinds accept', () => {
    const faults = contents.flatMap((intent): unknown[] => {
      const kind = KINDS.get(intent.kind);
      const parsed = kind?.shape.safeParse(filled(intent));
      if (!parsed?.success) return [intent.kind, parsed?.error.issues, intent.content];
      return [...(kind?.check?.(parsed.data) ?? [])];
    });
    expect(faults).toEqual([]);
  });

  it('writes no field that its kind does not know', () => {
    const strange = contents.flatMap((intent) => {
      const known = Object.keys((KINDS.get(intent.kind)?.fields ?? {}) as object);
      return Object.keys(intent.content as object).filter((name) => !known.includes(name)).map((name) => `${intent.kind}.${name}`);
    });
    expect(strange).toEqual([]);
  });

  it('resolves every link: to a record of a kind the field allows, made by some step', () => {
    const kindOf = new Map(contents.map((intent) => [intent.record ?? '', intent.kind]));
    const dangling = contents.flatMap((intent) => linksIn(KINDS.get(intent.kind)?.fields as Fields, intent.content)
      .filter((one) => !one.to.includes('*') && !one.to.includes(kindOf.get(one.record) ?? 'nothing')).map((one) => `${intent.kind}.${one.name} ${one.record}`));
    expect(dangling).toEqual([]);
  });

  it('counts by sex only where people are counted', () => {
    const measures = new Map(contents.filter((intent) => intent.kind === 'indicator').map((intent) => [intent.record, intent.content as { measure: string }]));
    const figures = contents.flatMap((intent) => (intent.kind === 'progress-report' ? ((intent.content as { figures?: Figure[] }).figures ?? []) : intent.kind === 'settlement' ? [intent.content as Figure] : []));
    expect(figures.length).toBeGreaterThan(40);
    for (const figure of figures) expect(measureProblems(figure, measures.get(figure.indicator) ?? { measure: 'unknown' })).toEqual([]);
  });

  it('lets people do only what their role may do', () => {
    const refused = steps.flatMap((step) => ('intents' in step ? step.intents : [])
      .filter((intent): intent is Content => 'kind' in intent && !KINDS.get(intent.kind)?.may[intent.verb]?.some((role) => step.by.roles.includes(role)))
      .map((intent) => `${step.id} ${intent.verb} ${intent.kind}`));
    expect(refused).toEqual([]);
  });

  it('keeps every act below its longest length, with room for names and hashes', () => {
    const sizes = writes.map((step) => Buffer.byteLength(JSON.stringify(step.intents)) + step.intents.length * 500);
    expect(Math.max(...sizes)).toBeLessThan(MAX_ACT_BYTES);
  });

  it('names every step once and makes every record of a kind once per party', () => {
    expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length);
    for (const [party, own] of Object.entries(made)) {
      const puts = own.flatMap((step) => ('intents' in step && !step.id.includes('amend') && !step.id.includes('revision') ? step.intents.map((intent) => `${party} ${intent.record ?? ''}`) : []));
      expect(new Set(puts).size).toBe(puts.length);
    }
  });

  it('marks every record of the exercise and labels its texts', () => {
    const exercise = contents.filter((intent) => ['indicator', 'reporting-period', 'progress-report', 'settlement', 'work-plan', 'exchange-rate', 'receipt'].includes(intent.kind));
    expect(exercise.filter((intent) => (intent.content as { exercise?: boolean }).exercise !== true)).toEqual([]);
    for (const intent of exercise.filter((each) => each.kind === 'progress-report')) {
      expect(Object.values((intent.content as { narrative: Record<string, string> }).narrative)[0]).toMatch(/^\[(Bài tập mẫu|ບົດຝຶກຫັດ|Exercise)\] /u);
    }
  });

  it('marks machine Lao as such, and writes Lao translations for the Lao side', () => {
    const translations = Object.entries(made).flatMap(([party, own]) => own.flatMap((step) => ('intents' in step ? step.intents : []))
      .filter((intent): intent is Content => 'kind' in intent && intent.kind === 'translation').map((intent) => ({ party, ...(intent.content as { language: string; origin: string }) })));
    expect(translations.filter((one) => one.language === 'lo' && one.party !== 'LA')).toEqual([]);
    expect(translations.filter((one) => one.language === 'lo').every((one) => one.origin === 'machine')).toBe(true);
    expect(translations.some((one) => one.language === 'en' && one.origin === 'person')).toBe(true);
  });

  it('gives the same steps every time', () => {
    expect(built()).toEqual(made);
  });
});

interface Figure { readonly indicator: string; readonly value: string; readonly women?: string; readonly men?: string }
interface FieldLike { readonly type: string; readonly to?: readonly string[]; readonly item?: FieldLike; readonly fields?: Fields }
type Fields = Readonly<Record<string, FieldLike>>;

function linksIn(fields: Fields, content: unknown): { name: string; record: string; to: readonly string[] }[] {
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([name, value]: [string, unknown]) => {
    const field = fields[name];
    return field ? linksOf(name, field, value) : [];
  });
}

function linksOf(name: string, field: FieldLike, value: unknown): { name: string; record: string; to: readonly string[] }[] {
  if (field.type === 'link') return [{ name, record: String(value), to: field.to ?? [] }];
  if (field.type === 'record-version') return [{ name, record: (value as { record: string }).record, to: field.to ?? [] }];
  if (field.type === 'list' && field.item) return (value as unknown[]).flatMap((each) => linksOf(name, field.item as FieldLike, each));
  return field.type === 'group' ? linksIn(field.fields ?? {}, value) : [];
}
