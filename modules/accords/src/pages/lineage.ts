/** One promise followed through the texts, in both directions, in the order of their dates. Reads only. */
import type { Content, Reader, RecordRow } from '@entente/kernel';
import type { commitment, lineage } from '../kinds/index.ts';

type CommitmentRow = RecordRow<Content<typeof commitment>>;
type LineageRow = RecordRow<Content<typeof lineage>>;

export interface Thread {
  /** Oldest first; the commitment asked for among them. */
  readonly commitments: readonly CommitmentRow[];
  /** How a commitment follows from an earlier one of the thread, by its id: the surest relation. */
  readonly relations: ReadonlyMap<string, LineageRow>;
}

/** Longest chain followed in each direction: more than every conference there was. */
const FURTHEST = 30;
const SURENESS = ['certain', 'likely', 'possible'];

/** The thread a commitment belongs to: its earlier forms and theirs, its later forms and theirs, but not their cousins. */
export async function threadOf(read: Reader, coop: string, start: string): Promise<Thread> {
  const [back, forth] = await Promise.all([follow(read, coop, start, 'later', 'earlier'), follow(read, coop, start, 'earlier', 'later')]);
  const links = [...back, ...forth];
  const ids = new Set([start, ...links.flatMap((link) => [link.content.earlier, link.content.later])]);
  const rows = [...(await read.many(coop, [...ids])).values()] as unknown as CommitmentRow[];
  const relations = new Map<string, LineageRow>();
  for (const link of links) {
    const known = relations.get(link.content.later);
    if (!known || sureness(link) < sureness(known)) relations.set(link.content.later, link);
  }
  return { commitments: rows.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '') || a.id.localeCompare(b.id)), relations };
}

const sureness = (link: LineageRow): number => SURENESS.indexOf(link.content.confidence);

async function follow(read: Reader, coop: string, start: string, from: 'earlier' | 'later', to: 'earlier' | 'later'): Promise<LineageRow[]> {
  const found: LineageRow[] = [];
  const seen = new Set([start]);
  let edge: readonly string[] = [start];
  for (let step = 0; step < FURTHEST && edge.length > 0; step += 1) {
    const { rows } = await read.list({ coop, kind: 'lineage', filters: [{ field: from, in: edge }], limit: 200 });
    const links = (rows as unknown as LineageRow[]).filter((row) => row.standing !== 'declined');
    found.push(...links);
    edge = [...new Set(links.map((link) => link.content[to]))].filter((id) => !seen.has(id));
    for (const id of edge) seen.add(id);
  }
  return found;
}
