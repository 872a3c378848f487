/** Who does what, in order, so that the demonstration has some of each: agreed, waiting, crossed, declined, changing. */
import type { Cooperation, Party } from '@entente/kernel';
import type { Facts } from '../facts/index.ts';
import { castingOf, inOrder, type Cast, type Casting } from './casting.ts';
import { idsOf, type Draft, type Ids, type NaturalId } from './draft.ts';
import { frameDrafts, reportDraft, revisionDraft, settlementDraft, type ReportDraft } from './exercise.ts';
import { actingAs, type ActingAs } from './people.ts';
import { meetingDraft, officeDraft, personDraft } from './records.ts';
import type { NoteName } from './notes.ts';
import { plannedWork, sourceOwned, type OwnedDraft } from './programme.ts';
import { Script } from './script.ts';
import type { Plan } from './step.ts';
import { translationDrafts } from './translations.ts';

interface Stage {
  readonly facts: Facts;
  readonly ids: Ids;
  readonly cooperation: Cooperation;
  readonly casting: Casting;
  readonly as: ActingAs;
  /** Joint records that stand first in another wording, or without something, by id. */
  readonly first: ReadonlyMap<string, Draft>;
}

/**
 * The steps of every party. Ids come from `naturalId` (`Kernel.naturalId`), so that they are the same on every node.
 * Steps of one party keep their order; a step names what it needs of the other's.
 */
export function plan(facts: Facts, naturalId: NaturalId): Plan {
  const ids = idsOf(facts, naturalId);
  const casting = castingOf(facts, ids);
  const stage: Stage = { facts, ids, casting, cooperation: facts.cooperation, as: actingAs(facts, ids), first: firstWordings(facts, casting) };
  return Object.fromEntries(facts.cooperation.parties.map((party) => [party.id, scriptOf(stage, party).steps]));
}

function scriptOf(stage: Stage, party: Party): Script {
  const script = new Script(party);
  register(stage, party, script);
  record(stage, party, script);
  cross(stage, party, script);
  translate(stage, party, script, (cast) => cast.recorder === party.id);
  confirm(stage, party, script);
  amend(stage, party, script);
  translate(stage, party, script, (cast) => cast.recorder !== party.id);
  report(stage, party, script);
  settle(stage, party, script);
  work(stage, party, script);
  return script;
}

/** Bodies first, since people may belong to them; then the party's own offices and people. */
function register({ facts, ids, casting, as }: Stage, party: Party, script: Script): void {
  const by = as(party.id, 'coordinator');
  script.propose('bodies', by, 'offices', casting.bodies.filter((cast) => cast.recorder === party.id).map((cast) => cast.draft));
  script.put('offices', by, 'offices', inOrder(facts.offices).filter((one) => one.party === party.id).map((one) => officeDraft(ids, one)));
  script.put('people', by, 'offices', facts.people.filter((one) => one.party === party.id).map((one) => personDraft(ids, one)));
}

const NOTES: Readonly<Partial<Record<string, NoteName>>> = { lineage: 'lineage', work: 'work-plan' };

function record({ casting, first, as }: Stage, party: Party, script: Script): void {
  for (const topic of ['meetings', 'instruments', 'commitments', 'twinnings', 'lineage', 'activities', 'statistics', 'work', 'proposals'] as const) {
    const mine = casting[topic].filter((cast) => cast.recorder === party.id).map(({ draft }) => first.get(draft.record) ?? draft);
    script.propose(topic, as(party.id, 'coordinator'), NOTES[topic] ?? 'record', mine);
  }
}

function cross({ facts, ids, as }: Stage, party: Party, script: Script): void {
  for (const crossing of facts.demonstration.crossed.filter((one) => one.by === party.id)) {
    const fact = facts.meetings.find((one) => one.id === crossing.meeting);
    if (fact) script.propose('crossed', as(party.id, 'coordinator'), 'record', [meetingDraft(ids, { ...fact, ...crossing.dates, remarks: crossing.why })]);
  }
}

/** Translations of offices, people and of those joint records that `which` picks. */
function translate(stage: Stage, party: Party, script: Script, which: (cast: { readonly recorder: string }) => boolean): void {
  const { facts, ids, cooperation, casting, first, as } = stage;
  const owned = [...facts.offices.map((one) => ({ recorder: one.party, draft: officeDraft(ids, one) })), ...facts.people.map((one) => ({ recorder: one.party, draft: personDraft(ids, one) }))];
  const joint = Object.values(casting).flat() as readonly Cast[];
  const drafts = [...owned, ...joint].filter(which).flatMap(({ recorder, draft }) =>
    translationDrafts(cooperation, ids, party.id, recorder, [first.get(draft.record) ?? draft]));
  script.put('translations', as(party.id, 'coordinator'), 'translate', drafts);
}

/** A leader consents to what the other side recorded, and declines what is to be declined. */
function confirm({ facts, ids, casting, as }: Stage, party: Party, script: Script): void {
  const theirs = (Object.values(casting).flat() as readonly Cast[]).filter((cast) => cast.recorder !== party.id && cast.confirmed);
  script.confirm('confirm', as(party.id, 'leader'), 'confirm', theirs.map(({ draft }) => ({ record: draft.record, agreed: 1 })));
  for (const one of facts.demonstration.declined.filter((each) => each.by === party.id)) {
    script.decline('decline', as(party.id, 'leader'), ids.of('instrument', one.instrument), one.reason);
  }
}

/** Rectifications (agreed by both) and changes that stay proposed, both on what was agreed before. */
function amend({ facts, ids, casting, as }: Stage, party: Party, script: Script): void {
  const { rectified, changing } = facts.demonstration;
  for (const one of [...rectified, ...changing]) {
    const draft = casting.commitments.find((cast) => cast.draft.key === one.commitment)?.draft;
    if (!draft || one.by !== party.id) continue;
    script.write('amend', as(party.id, 'coordinator'), { text: one.why }, [{
      verb: 'propose', kind: draft.kind, record: draft.record, content: draft.content, as: 'rectification', agree: true,
    }], { needs: [{ record: draft.record, agreed: 1 }] });
  }
  const theirs = rectified.filter((one) => one.by !== party.id).map((one) => ({ record: ids.of('commitment', one.commitment), agreed: 2 }));
  script.confirm('confirm-amended', as(party.id, 'leader'), 'confirm', theirs);
}

function firstWordings(facts: Facts, casting: Casting): Map<string, Draft> {
  const { rectified, changing } = facts.demonstration;
  const stands = (commitment: string) => casting.commitments.find((cast) => cast.draft.key === commitment)?.draft;
  const first = new Map<string, Draft>();
  for (const one of rectified) {
    const draft = stands(one.commitment);
    const [language = ''] = Object.keys((draft?.content['text'] as object | undefined) ?? {});
    if (draft) first.set(draft.record, { ...draft, content: { ...draft.content, text: { [language]: one.first } } });
  }
  for (const one of changing) {
    const draft = stands(one.commitment);
    if (!draft) continue;
    const { fulfilledBy: _fulfilledBy, remarks: _remarks, ...content } = draft.content;
    first.set(draft.record, { ...draft, content, translations: draft.translations.filter(({ field }) => field in content) });
  }
  return first;
}

/** The exercise: the first party proposes its frame, every party reports, one act for each office. */
function report(stage: Stage, party: Party, script: Script): void {
  const { facts, ids, cooperation, as } = stage;
  const [first] = cooperation.parties;
  const frame = frameDrafts(facts, ids);
  if (party.id === first?.id) script.propose('exercise-frame', as(party.id, 'coordinator'), 'exercise', frame);
  else script.confirm('confirm-frame', as(party.id, 'leader'), 'confirm', frame.map(({ record }) => ({ record, agreed: 1 })));
  const reports = facts.exercise.reports.map((one) => reportDraft(facts, ids, one));
  const mine = Map.groupBy(reports.filter((one) => one.report.party === party.id), (one) => one.report.office);
  for (const [office, drafts] of mine) {
    const files = drafts.flatMap((one) => one.files);
    script.put(`reports-${office ?? ''}`, as(party.id, 'focal-point', office), 'exercise', drafts.map((one) => one.draft), files.length > 0 ? { files } : {});
  }
  translateExercise(stage, party, script, frame, reports);
}

/** What each side says of the activities, and what it gave; then what the other confirms to have received. */
function work({ facts, ids, cooperation, as }: Stage, party: Party, script: Script): void {
  const { owned, receipts } = plannedWork(facts, ids);
  const write = (name: string, drafts: readonly OwnedDraft[]): void => {
    const mine = Map.groupBy(drafts.filter((one) => one.party === party.id), (one) => one.office);
    for (const [office, of] of mine) script.put(`${name}-${office ?? ''}`, as(party.id, 'focal-point', office), 'work-plan', of.map((one) => one.draft));
  };
  write('sources', sourceOwned(facts, ids));
  write('work', owned);
  write('receipts', receipts);
  const texts = [...sourceOwned(facts, ids), ...owned, ...receipts].flatMap((one) => translationDrafts(cooperation, ids, party.id, one.party, [one.draft]));
  script.put('work-translations', as(party.id, 'focal-point'), 'translate', texts);
}

function translateExercise({ ids, cooperation, as }: Stage, party: Party, script: Script, frame: readonly Draft[], reports: readonly ReportDraft[]): void {
  const drafts = [
    ...translationDrafts(cooperation, ids, party.id, cooperation.parties[0]?.id ?? '', frame),
    ...reports.flatMap((one) => translationDrafts(cooperation, ids, party.id, one.report.party, [one.draft])),
  ];
  script.put('exercise-translations', as(party.id, 'focal-point'), 'translate', drafts);
}

function settle({ facts, ids, cooperation, as }: Stage, party: Party, script: Script): void {
  const all = (facts.exercise.settlements ?? []).map((one) => settlementDraft(facts, ids, one));
  const by = as(party.id, 'coordinator');
  const theirs = all.filter((one) => one.settlement.by !== party.id);
  script.propose('settlements', by, 'settle', all.filter((one) => one.settlement.by === party.id).map((one) => one.draft));
  script.confirm('confirm-settlements', as(party.id, 'leader'), 'settle', theirs.filter((one) => one.settlement.standing === 'agreed').map(({ draft }) => ({ record: draft.record, agreed: 1 })));
  for (const { settlement, draft } of theirs) {
    if (settlement.standing === 'declined') script.decline('decline-settlement', as(party.id, 'leader'), draft.record, settlement.reason ?? '');
  }
  script.put('settlement-translations', by, 'translate', all.flatMap((one) => translationDrafts(cooperation, ids, party.id, one.settlement.by, [one.draft])));
  for (const revision of facts.exercise.revisions ?? []) {
    const draft = revision.party === party.id ? revisionDraft(facts, ids, revision) : undefined;
    const settled = all.filter(({ settlement: one }) => one.standing === 'agreed' && one.commitment === revision.commitment && one.period === revision.period);
    if (draft) script.put('revision', as(party.id, 'focal-point'), 'exercise', [draft], { needs: settled.map((one) => ({ record: one.draft.record, agreed: 1 })) });
  }
}
