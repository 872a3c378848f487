/** `/api/<coop>/<path>`: reading records as data. Writing goes through commands and pages. */
import { hasPersonal, type AnyKind, type Candidate, type ListPage, type ListQuery, type Reader, type RecordRow } from '@entente/kernel';
import { cooperationOf, makeContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import { codingOf, encode, JSON_TYPE, sendCoded, sendJson } from '../door/send.ts';
import { asked } from '../lists/query.ts';
import type { Web } from '../web.ts';
import { refuseApi } from './answer.ts';
import { translatedTitle } from '../fields/content.ts';
import { UUID } from '../records/at.ts';

const MOST = 200;

/** A record as the API gives it: content exactly as it is, everything derived beside it. */
export function asJson(kind: AnyKind, row: RecordRow, candidates?: readonly Candidate[]): Record<string, unknown> {
  const { coop, id, kv, party, standing, version, ordinal, content, translations, date, at, waitsFor } = row;
  return {
    id, kind: kind.name, kv, coop, party, standing, version, ordinal, title: translatedTitle(kind, row), date, at, waitsFor, content, translations,
    ...(candidates ? { candidates } : {}),
  };
}

/** A page of a list with its records written; those that nobody need look into are sent as the database wrote them. */
async function writtenRows(read: Reader, kind: AnyKind, query: ListQuery): Promise<Omit<ListPage, 'rows'> & { readonly rows: readonly string[] }> {
  const written = (row: RecordRow): string => JSON.stringify(asJson(kind, row));
  if (hasPersonal(kind)) {
    const page = await read.list(query);
    return { ...page, rows: page.rows.map(written) };
  }
  const page = await read.texts(query);
  return { ...page, rows: page.rows.map(({ text, isTranslated }) => (isTranslated ? written(JSON.parse(text) as RecordRow) : text)) };
}

/** GET `/api/<coop>/<path>?…`: same parameters as the page, with `limit` (200 at most) and `offset`. */
export const listHandler = (web: Web, kind: AnyKind) => async (c: Request): Promise<Response> => {
  const cooperation = web.kernel.cooperations.find(({ id }) => id === c.req.param('coop'));
  if (!cooperation) return refuseApi(c, 'api.not-found');
  const ctx = makeContext(web, c, { cooperation });
  const number = (name: string, usual: number, most: number) => Math.max(0, Math.min(most, Math.trunc(Number(c.req.query(name) ?? usual)) || 0));
  const { query } = asked(ctx, kind);
  const limit = number('limit', 20, MOST);
  const offset = c.req.query('offset') === undefined ? query.offset ?? 0 : number('offset', 0, 10_000_000);
  const wanted = { ...query, limit, offset };
  const coding = codingOf(c);
  const write = async (): Promise<Uint8Array<ArrayBuffer>> => {
    const { total, counts, rows } = await writtenRows(ctx.read, kind, wanted);
    return encode(`{"total":${total},"offset":${offset},"limit":${limit},"counts":${JSON.stringify(counts)},"rows":[${rows.join(',')}]}`, coding);
  };
  // What is found by words follows changes a moment later, and personal values are kept nowhere.
  const lasts = query.words === undefined && !hasPersonal(kind);
  return sendCoded(c, { bytes: await (lasts ? ctx.read.kept(cooperation.id, `api ${coding ?? ''} ${JSON.stringify(wanted)}`, write) : write()), coding }, JSON_TYPE);
};

/** GET `/api/<coop>/<path>/<id>`: the record with its open and past proposals. */
export const getHandler = (web: Web, kind: AnyKind) => async (c: Request): Promise<Response> => {
  const cooperation = web.kernel.cooperations.find(({ id }) => id === c.req.param('coop'));
  if (!cooperation) return refuseApi(c, 'api.not-found');
  const ctx = makeContext(web, c, { cooperation });
  const id = c.req.param('id') ?? '';
  const row: RecordRow | null = UUID.test(id) ? await ctx.read.get(cooperation.id, id) : null;
  if (row?.kind !== kind.name) return refuseApi(c, 'api.not-found');
  const candidates = kind.regime === 'joint' ? await ctx.read.candidates(cooperation.id, id) : undefined;
  return sendJson(c, asJson(kind, row, candidates));
};

/** GET `/api/search?q=&kind=`: records by words in any language, best match first; `coop=` chooses the cooperation. */
export const searchHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const ctx = makeContext(web, c, { cooperation: cooperationOf(web, c) });
  const words = (c.req.query('q') ?? '').trim().slice(0, 200);
  const kinds = (c.req.queries('kind') ?? []).filter((kind) => web.kernel.kinds.has(kind));
  const hits = words === '' ? [] : await ctx.read.search(ctx.cooperation.id, words, { limit: 60, lang: ctx.lang, ...(kinds.length > 0 ? { kinds } : {}) });
  return sendJson(c, { hits: hits.map(({ row, passage }) => ({ kind: row.kind, id: row.id, title: ctx.title(row).text, date: row.date, standing: row.standing, snippet: passage.text })) });
};
