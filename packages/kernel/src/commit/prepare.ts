import type { Committed } from '../contract.ts';
import type { Beside } from '../kind.ts';
import { UUID } from '../fields.ts';
import { commitmentsIn, personalValues } from '../personal/index.ts';
import type { Work } from '../project/index.ts';
import { lackingFor, type Lacking } from '../read/lacking.ts';
import { run } from '../store/index.ts';
import { referencesOf, type Known } from './checks.ts';
import type { Plain } from './content.ts';
import type { Job } from './job.ts';

/** Looks up, in a few statements for the whole batch, everything its intents name. */
export async function prepare(work: Work, jobs: readonly Job[], contents: readonly (readonly (Plain | null)[])[], nodeKey: Uint8Array | undefined): Promise<Known> {
  const [records, linked, looked, blobs] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  for (const [j, job] of jobs.entries()) {
    for (const [i, intent] of job.intents.entries()) {
      if (intent.record !== undefined && UUID.test(intent.record)) records.add(intent.record);
      if (intent.verb === 'retire' && intent.successor !== undefined) linked.add(intent.successor);
      const content = contents[j]?.[i];
      const kind = 'kind' in intent ? work.context.kinds.get(intent.kind) : undefined;
      if (!content || !kind) continue;
      const references = referencesOf(kind, content);
      for (const id of references.records) (kind.against ? looked : linked).add(id);
      for (const id of references.cited) { linked.add(id); records.add(id); }
      for (const sha256 of references.blobs) blobs.add(sha256);
    }
  }
  await work.load([...records].filter((id) => UUID.test(id)));
  const kinds = await kindsOf(work, [...linked].filter((id) => UUID.test(id)));
  const rows = await rowsOf(work, [...looked].filter((id) => UUID.test(id)));
  const held = await blobsHeld(work, blobs);
  const kindOf = (record: string) => work.life(record).kind?.name ?? kinds.get(record) ?? rows.get(record)?.kind;
  const consents = jobs.flatMap((job) => job.intents.filter((intent) => intent.verb === 'consent' || (intent.verb === 'propose' && intent.agree === true)));
  const lives = consents.flatMap((intent) => (intent.verb === 'consent' ? [work.life(intent.record)] : []));
  const lacking: Lacking = consents.length === 0 ? () => null : await lackingFor(work, lives);
  const personal = await personalValues(work.handle, nodeKey, work.context.cooperation.id, [...records].flatMap((record) => currentCommitments(work, record)));
  return { kindOf, linked: (record) => inThisBatch(work, record) ?? rows.get(record), blobs: held, lacking, personal, keepsPersonal: nodeKey !== undefined };
}

function currentCommitments(work: Work, record: string): string[] {
  const { kind, versions } = work.life(record);
  const content = versions.at(-1) && work.content(versions.at(-1)?.hash ?? '');
  return kind && content ? commitmentsIn(kind, content) : [];
}

async function kindsOf(work: Work, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await run<{ id: string; kind: string }>(work.handle, 'select id::text as id, kind from record where coop = $1 and id = any($2::uuid[])', [work.context.cooperation.id, ids]);
  return new Map(rows.map((row) => [row.id, row.kind]));
}

type Linked = NonNullable<ReturnType<Beside['linked']>>;

async function rowsOf(work: Work, ids: readonly string[]): Promise<Map<string, Linked>> {
  if (ids.length === 0) return new Map();
  const rows = await run<Linked & { id: string }>(work.handle, 'select id::text as id, kind, party, standing, content from record where coop = $1 and id = any($2::uuid[])', [work.context.cooperation.id, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** A record that an earlier intent of the same act makes is linked to before it is stored. */
function inThisBatch(work: Work, record: string): Linked | undefined {
  const { kind, party, candidates, versions, retired } = work.life(record);
  const content = work.content((versions.at(-1) ?? candidates.at(-1))?.hash ?? '');
  return kind && content ? { kind: kind.name, party, standing: retired ? 'retired' : versions.length > 0 ? 'current' : 'proposed', content } : undefined;
}

async function blobsHeld(work: Work, digests: ReadonlySet<string>): Promise<Set<string>> {
  if (digests.size === 0) return new Set();
  const rows = await run<{ sha256: string }>(work.handle, 'select sha256 from blob where sha256 = any($1::text[])', [[...digests]]);
  return new Set(rows.map((row) => row.sha256));
}

/** What was answered to keys that were used before. */
export async function answersTo(work: Work, jobs: readonly Job[]): Promise<Map<string, Committed>> {
  const keyed = jobs.filter((job) => job.options.idempotency !== undefined);
  if (keyed.length === 0) return new Map();
  const rows = await run<{ person: string; key: string; result: Committed }>(work.handle,
    'select person, key, result from answer where coop = $1 and key = any($2::text[])', [work.context.cooperation.id, keyed.map((job) => job.options.idempotency)]);
  return new Map(rows.map((row) => [`${row.person}/${row.key}`, row.result]));
}
