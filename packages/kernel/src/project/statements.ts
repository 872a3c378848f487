import { bulk } from '../store/index.ts';

const JOURNAL = { coop: 'text', party: 'text', audience: 'text' } as const;
const VERDICT = { class: 'text', reason: 'text', wait_party: 'text', wait_size: 'int', wait_hash: 'text' } as const;

export const INSERT_ITEM = bulk('item', { ...JOURNAL, idx: 'int', pos: 'int', verb: 'text', kind: 'text', kv: 'int', record: 'uuid', h: 'text', hash: 'text', body: 'json', apart: 'flag', ...VERDICT });

const CONTENT = { coop: 'text', hash: 'text', body: 'json' } as const;
export const INSERT_CONTENT = bulk('content', CONTENT, 'on conflict do nothing');
/** Of contents that are known not to be there. */
export const NEW_CONTENT = bulk('content', CONTENT);

const RECORD = {
  coop: 'text', id: 'uuid', kind: 'text', kv: 'int', audience: 'text', party: 'text', standing: 'text', version: 'text', ordinal: 'int', content: 'json',
  title: 'json', sort: 'json', translations: 'json', date: 'text', at: 'instant', waits_for: 'texts', open_since: 'instant',
} as const;
/** Records that are known not to be there. */
export const NEW_RECORD = bulk('record', RECORD);
export const UPSERT_RECORD = bulk('record', RECORD, `on conflict (coop, id) do update set kind = excluded.kind, kv = excluded.kv, audience = excluded.audience, party = excluded.party,
  standing = excluded.standing, version = excluded.version, ordinal = excluded.ordinal, content = excluded.content, title = excluded.title, sort = excluded.sort,
  translations = excluded.translations, date = excluded.date, at = excluded.at, waits_for = excluded.waits_for, open_since = excluded.open_since`);

export const INSERT_CANDIDATE = bulk('candidate', {
  coop: 'text', record: 'uuid', h: 'text', on_version: 'text', round: 'int', purpose: 'text', kind: 'text', kv: 'int', hash: 'text', status: 'text', ordinal: 'int',
  proposals: 'json', consents: 'json', rejects: 'json',
});

export const INSERT_LINK = bulk('link', { coop: 'text', record: 'uuid', rel: 'text', target: 'uuid' });

export const INSERT_ATTACHMENT = bulk('attachment', { coop: 'text', record: 'uuid', sha256: 'text', party: 'text', audience: 'text' });

export const INSERT_SEARCH = bulk('search', { coop: 'text', record: 'uuid', lang: 'text', body: 'text', _a: 'text', _b: 'text', _c: 'text' }, '', {
  words: `setweight(x._a::tsvector, 'A') || setweight(x._b::tsvector, 'B') || setweight(x._c::tsvector, 'C')`,
});

/** A row that is there already is locked: whoever makes these words has then not begun, or takes a new row when done. */
export const SEARCH_DUE = bulk('search_due', { coop: 'text', record: 'uuid' }, 'on conflict (coop, record) do update set coop = excluded.coop');

/** Of records that are known not to be there. */
export const NEW_DUE = bulk('search_due', { coop: 'text', record: 'uuid' });

/** A record that only moved on: its content and texts are as they were. */
export const MOVE_RECORD = {
  columns: [['_coop', 'text'], ['_id', 'uuid'], ['_party', 'text'], ['_standing', 'text'], ['_ordinal', 'int'], ['_at', 'instant'], ['_waits_for', 'texts'], ['_open_since', 'instant']],
  text: `update record r set party = x.party, standing = x.standing, ordinal = x.ordinal, at = x.at::timestamptz, waits_for = x.waits_for::text[], open_since = x.open_since::timestamptz
    from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int4[], $6::text[], $7::text[], $8::text[]) as x(coop, id, party, standing, ordinal, at, waits_for, open_since)
    where r.coop = x.coop and r.id = x.id::uuid`,
} as const;
