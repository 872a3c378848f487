import type { Database } from '../database/index.ts';
import type { Context } from '../context.ts';
import type { Asking, Candidate, ListPage, ListScope, Person, Reader, RecordRow, Version } from '../contract.ts';
import { SHA256, UUID } from '../fields.ts';
import { journalsOf } from '../journal/append.ts';
import { hasPersonal } from '../personal/index.ts';
import { audiencesFor } from '../policy/index.ts';
import { erasedIn, marksOf, type Work } from '../project/index.ts';
import { run } from '../store/index.ts';
import { workOn } from '../transaction.ts';
import type { Lists } from './list.ts';
import { candidatesOf, changesOf, choicesOf, historyOf, versionOf, versionsOf } from './lives.ts';
import { restore } from './restore.ts';
import { ROW, rowOf, type RowColumns } from './row.ts';
import { searchHits } from './search.ts';
import { successionOf } from './succession.ts';
import { erasuresOf } from './erasures.ts';
import { lackingFor } from './lacking.ts';
import { firstWaiting } from './waiting.ts';

export interface ReaderParts {
  readonly database: Database;
  readonly lists: Lists;
  readonly contexts: ReadonlyMap<string, Context>;
  readonly person: Person;
  /** Undefined also while what is held may have been erased elsewhere. */
  readonly nodeKey: () => Uint8Array | undefined;
  /** Resolves when what was acknowledged before is in the records. */
  readonly recorded: (coop: string) => Promise<void>;
  /** Resolves when what changed before can be found by its words, or a moment later. */
  readonly findable: (coop: string) => Promise<void>;
}

/** Reading as one person sees it: the policy is asked first, by every method. */
export function readerOf(parts: ReaderParts): Reader {
  const { database: { kysely }, person, nodeKey } = parts;
  const see = async (coop: string) => {
    await parts.recorded(coop);
    const context = parts.contexts.get(coop);
    return context ? { context, audiences: audiencesFor(person, context) } : null;
  };
  const restored = async (context: Context, rows: readonly RecordRow[]): Promise<RecordRow[]> => {
    const contents = await restore(kysely, context, person, nodeKey(), rows.map((row) => ({ kind: context.kinds.get(row.kind), content: row.content })));
    return rows.map((row, at) => ({ ...row, content: contents[at] ?? row.content }));
  };
  const rows = async (coop: string, ids: readonly string[]): Promise<RecordRow[]> => {
    const seen = await see(coop);
    const wanted = [...new Set(ids)].filter((id) => UUID.test(id));
    if (!seen || wanted.length === 0) return [];
    const found = await run<RowColumns>(kysely, `select ${ROW} from record r where r.coop = $1 and r.id = any($2::uuid[]) and r.audience = any($3::text[])`, [coop, wanted, seen.audiences]);
    return restored(seen.context, found.map(rowOf));
  };
  /** The life of a record that the person may read; null for any other. */
  const life = async (coop: string, record: string): Promise<{ work: Work; context: Context } | null> => {
    const seen = await see(coop);
    if (!seen || !UUID.test(record)) return null;
    const work = workOn(seen.context, kysely, await journalsOf(kysely, coop));
    await work.load([record]);
    return seen.audiences.includes(work.life(record).audience) ? { work, context: seen.context } : null;
  };
  const shown = async <V extends Version | Candidate>(context: Context, kind: string | undefined, given: readonly V[]): Promise<V[]> => {
    const contents = await restore(kysely, context, person, nodeKey(), given.map(({ content }) => ({ kind: kind === undefined ? undefined : context.kinds.get(kind), content })));
    return given.map((each, at) => ({ ...each, content: contents[at] ?? each.content }));
  };

  const reader: Omit<Reader, 'get' | 'list' | 'all'> & { all(query: Parameters<Reader['all']>[0]): AsyncGenerator<readonly RecordRow[]>; get(coop: string, id: string): Promise<RecordRow | null>; list(query: Parameters<Reader['list']>[0]): Promise<ListPage> } = {
    async get(coop, id) { return (await rows(coop, [id]))[0] ?? null; },
    async many(coop, ids) { return new Map((await rows(coop, ids)).map((row) => [row.id, row])); },
    async list(query) {
      const seen = await see(query.coop);
      const kind = seen?.context.kinds.get(query.kind);
      if (!seen || !kind) return { rows: [], total: 0, counts: {} };
      if (query.words !== undefined) await parts.findable(query.coop);
      const page = await parts.lists.page(kysely, query, seen.context, kind, seen.audiences);
      return { ...page, rows: await restored(seen.context, page.rows) };
    },
    async *all(query) {
      const seen = await see(query.coop);
      const kind = seen?.context.kinds.get(query.kind);
      if (!seen || !kind) return;
      if (query.words !== undefined) await parts.findable(query.coop);
      for await (const batch of parts.lists.all(kysely, query, kind, seen.audiences)) yield restored(seen.context, batch);
    },
    async texts(query) {
      const seen = await see(query.coop);
      const kind = seen?.context.kinds.get(query.kind);
      if (!seen || !kind) return { rows: [], total: 0, counts: {} };
      if (hasPersonal(kind)) throw new RangeError(`${kind.name} holds personal values`);
      if (query.words !== undefined) await parts.findable(query.coop);
      return parts.lists.texts(kysely, query, seen.context, kind, seen.audiences);
    },
    async ask<Row extends object>(scope: ListScope, sql: (asking: Asking) => string) {
      const seen = await see(scope.coop);
      const kind = seen?.context.kinds.get(scope.kind);
      if (!seen || !kind) return [];
      if (scope.words !== undefined) await parts.findable(scope.coop);
      return parts.lists.ask<Row>(kysely, scope, seen.context, kind, seen.audiences, sql);
    },
    async kept(coop, question, make) {
      const seen = await see(coop);
      return seen ? parts.lists.answer(kysely, seen.context, `${seen.audiences.join(' ')} ${question}`, make) : make();
    },
    async links(coop, id) {
      const seen = await see(coop);
      if (!seen || !UUID.test(id)) return { out: [], in: [] };
      const found = await run<{ rel: string; target: string | null; record: string; kind: string }>(kysely,
        `select l.rel, l.target::text as target, l.record::text as record, r.kind from link l join record r on r.coop = l.coop and r.id = l.record
         where l.coop = $1 and (l.record = $2::uuid or l.target = $2::uuid) and r.audience = any($3::text[]) order by l.rel, l.target, l.record`, [coop, id, seen.audiences]);
      return {
        out: found.filter((row) => row.record === id).map((row) => ({ rel: row.rel, to: row.target ?? '' })),
        in: found.filter((row) => row.target === id).map((row) => ({ rel: row.rel, from: row.record, kind: row.kind })),
      };
    },
    async candidates(coop, record) {
      const found = await life(coop, record);
      return found ? shown(found.context, found.work.life(record).kind?.name, await candidatesOf(kysely, found.context, record)) : [];
    },
    async choices(coop, record) {
      const found = await life(coop, record);
      if (!found) return [];
      const { work, context } = found;
      return choicesOf(work.life(record), context, person, await lackingFor(work, [work.life(record)]));
    },
    async waitingFor(coop, party, most = 0) {
      const seen = await see(coop);
      if (!seen) return { total: 0, kinds: [] };
      const counts = await parts.lists.waiting(kysely, seen.context, party, seen.audiences);
      const first = firstWaiting(coop, party, seen.audiences, [...counts.keys()], most);
      const found = most === 0 ? [] : await restored(seen.context, (await run<RowColumns>(kysely, first.text, first.values)).map(rowOf));
      const byKind = [...Map.groupBy(found, (row) => row.kind)];
      return { total: [...counts.values()].reduce((sum, n) => sum + n, 0), kinds: byKind.map(([kind, rows]) => ({ kind, total: Math.max(rows.length, counts.get(kind) ?? 0), rows })) };
    },
    async versions(coop, record) {
      const found = await life(coop, record);
      return found ? shown(found.context, found.work.life(record).kind?.name, versionsOf(found.work, record)) : [];
    },
    async version(coop, record, version) {
      const found = SHA256.test(version) ? await life(coop, record) : null;
      const one = found && versionOf(found.work, record, version);
      return one ? ((await shown(found.context, found.work.life(record).kind?.name, [one]))[0] ?? null) : null;
    },
    async history(coop, record) {
      const seen = await see(coop);
      return seen && UUID.test(record) ? historyOf(kysely, coop, record, seen.audiences) : [];
    },
    async erasures(coop, record) {
      const found = await life(coop, record);
      return found ? erasuresOf(found.work.life(record), found.context) : [];
    },
    async personalLeft(coop, record) {
      const found = await life(coop, record);
      if (!found) return 0;
      const erased = erasedIn(found.work.life(record));
      return [...marksOf(found.work, found.work.life(record)).keys()].filter((commitment) => !erased.has(commitment)).length;
    },
    async changes(coop, options) {
      const seen = await see(coop);
      return seen ? changesOf(kysely, coop, seen.audiences, options) : [];
    },
    async search(coop, words, options = {}) {
      const seen = await see(coop);
      if (!seen) return [];
      await parts.findable(coop);
      const hits = await searchHits(kysely, coop, words, seen.audiences, seen.context.kinds, options);
      const contents = await restored(seen.context, hits.map((hit) => hit.row));
      return hits.map((hit, at) => ({ ...hit, row: contents[at] ?? hit.row }));
    },
    async succession(coop, office) {
      return (await see(coop)) && UUID.test(office) ? successionOf(kysely, coop, office) : { today: [], before: [] };
    },
  };
  // Content types follow the kind a caller names; what is stored is the same for all of them.
  return reader as Reader;
}
