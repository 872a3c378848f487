/** Who brings in what, and how far the other side has confirmed it (demonstration.yaml). */
import type { Facts } from '../facts/index.ts';
import { bodyDraft, commitmentDraft, instrumentDraft, lineageDraft, meetingDraft, twinningDraft } from './records.ts';
import type { Draft, Ids } from './draft.ts';
import { plannedWork, proposalDrafts, sourceDrafts } from './programme.ts';

export interface Cast {
  readonly draft: Draft;
  readonly recorder: string;
  /** The other side confirms it; otherwise it stays recorded by one side. */
  readonly confirmed: boolean;
}
/** Joint records in the order in which they may link to each other. */
export interface Casting { readonly bodies: readonly Cast[]; readonly meetings: readonly Cast[]; readonly instruments: readonly Cast[]; readonly commitments: readonly Cast[]; readonly twinnings: readonly Cast[]; readonly lineage: readonly Cast[]; readonly activities: readonly Cast[]; readonly statistics: readonly Cast[]; readonly work: readonly Cast[]; readonly proposals: readonly Cast[] }

type Topic = 'meetings' | 'instruments' | 'commitments';

export function castingOf(facts: Facts, ids: Ids): Casting {
  const { demonstration: told, cooperation } = facts;
  const first = cooperation.parties[0]?.id ?? '';
  const recordedBy = (topic: Topic, id: string) => told.recordedBy.find((one) => one[topic]?.includes(id));
  const open = new Set([...told.crossed.map((one) => one.meeting), ...told.declined.map((one) => one.instrument)]);
  const cast = (topic: Topic, id: string, make: (language?: string) => Draft): Cast => {
    const other = recordedBy(topic, id);
    return { draft: make(other?.language), recorder: other?.party ?? first, confirmed: !open.has(id) && !told.unconfirmed[topic]?.includes(id) };
  };
  // What no text or page states surely stays recorded by one side.
  const stated = (draft: Draft): Cast => ({ draft, recorder: first, confirmed: draft.content['confidence'] !== 'uncertain' });
  const { activities, statistics } = sourceDrafts(facts, ids);
  return {
    activities: activities.map(stated), statistics: statistics.map(stated), work: plannedWork(facts, ids).joint.map((one) => ({ ...one, recorder: first })),
    proposals: proposalDrafts(facts, ids),
    bodies: facts.bodies.map((one) => ({ draft: bodyDraft(ids, one), recorder: first, confirmed: true })),
    meetings: facts.meetings.map((one) => cast('meetings', one.id, (language) => meetingDraft(ids, one, language))),
    instruments: inOrder(facts.instruments).map((one) => cast('instruments', one.id, (language) => instrumentDraft(facts, ids, one, language))),
    commitments: facts.commitments.map((one) => cast('commitments', one.id, (language) => commitmentDraft(facts, ids, one, language))),
    // What no text was found for stays recorded by one side.
    twinnings: facts.twinnings.map((one) => ({ draft: twinningDraft(ids, one), recorder: first, confirmed: one.confidence !== 'uncertain' })),
    lineage: facts.lineage.map((one) => ({
      draft: lineageDraft(ids, one), recorder: first, confirmed: !told.unconfirmed.lineageConfidence?.includes(one.confidence),
    })),
  };
}

/** What others point to comes first: parents before children, successors before those they succeed. */
export function inOrder<T extends { readonly id: string }>(entries: readonly T[]): T[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const sorted = new Set<T>();
  const visit = (entry: T, above: ReadonlySet<T>) => {
    if (sorted.has(entry) || above.has(entry)) return;
    const path = new Set([...above, entry]);
    for (const id of namesIn(entry)) {
      const other = byId.get(id);
      if (other && other !== entry) visit(other, path);
    }
    sorted.add(entry);
  };
  for (const entry of entries) visit(entry, new Set());
  return [...sorted];
}

function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namesIn) : [];
}
