import type { Database } from '../database/index.ts';
import type { Context } from '../context.ts';
import type { ListPage, ListQuery, Person, Reader, RecordRow } from '../contract.ts';
import { UUID } from '../fields.ts';
import { audiencesFor } from '../policy/index.ts';
import { run } from '../store/index.ts';
import { Lists } from './list.ts';
import { ROW, rowOf, type RowColumns } from './row.ts';

export interface ReaderParts {
  readonly database: Database;
  readonly lists: Lists;
  readonly contexts: ReadonlyMap<string, Context>;
  readonly person: Person;
}

export function readerOf({ database: { kysely }, lists, contexts, person }: ReaderParts): Reader {
  const see = (coop: string) => {
    const context = contexts.get(coop);
    return context ? { context, audiences: audiencesFor(person, context) } : null;
  };
  const rows = async (coop: string, ids: readonly string[]): Promise<RecordRow[]> => {
    const seen = see(coop);
    const wanted = [...new Set(ids)].filter((id) => UUID.test(id));
    if (!seen || wanted.length === 0) return [];
    const found = await run<RowColumns>(kysely, `select ${ROW} from record r where r.coop = $1 and r.id = any($2::uuid[]) and r.audience = any($3::text[])`, [coop, wanted, seen.audiences]);
    return found.map(rowOf);
  };
  const part = {
    async get(coop: string, id: string) { return (await rows(coop, [id]))[0] ?? null; },
    async many(coop: string, ids: readonly string[]) { return new Map((await rows(coop, ids)).map((row) => [row.id, row])); },
    async list(query: ListQuery): Promise<ListPage> {
      const seen = see(query.coop);
      const kind = seen?.context.kinds.get(query.kind);
      if (!seen || !kind) return { rows: [], total: 0, counts: {} };
      return lists.page(kysely, query, kind, seen.audiences);
    },
  };
  return part as unknown as Reader;
}
