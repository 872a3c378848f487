/** Counts over 200,000 records by theme, standing, type and party, beside the same aggregate by PostgreSQL alone: anew after a change, and as long as nothing changes. */
import pg from 'pg';
import { commitment } from '@entente/accords/kinds';
import { openDatabase } from '@entente/kernel';
import { memoryNodes } from '@entente/kernel/testing';
import { lacksPostgres, postgres } from '../postgres.ts';
import { subject } from '../subject.ts';
import { inTurn } from '../timing.ts';

const [RECORDS, ROUNDS, CHUNK] = [200_000, 30, 5_000];
const COUNT = ['themes', 'standing', 'type', 'party'];
const PLAIN = `select content->>'type' as type, standing, party, count(*) from record where coop = 'test' and kind = 'commitment' and standing <> 'retired' group by grouping sets ((1), (2), (3))`;

export default subject({
  about: `counts over ${RECORDS.toLocaleString('en')} records by theme, standing, type and party`,
  lacks: lacksPostgres,
  async run({ folder, tell }) {
    const server = await postgres(folder);
    const nodes = await memoryNodes(1, { kinds: [commitment], open: () => openDatabase({ url: server.url }) });
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    try {
      tell(`writing ${RECORDS} records`);
      await fill(client);
      const [node] = nodes.nodes;
      if (!node) throw new Error('no node');
      const reader = node.kernel.reader(node.person());
      const asked = () => reader.list({ coop: 'test', kind: 'commitment', limit: 0, count: COUNT });
      const { total, counts } = await asked();
      if (total !== RECORDS || Object.keys(counts['themes'] ?? {}).length !== 9) throw new Error(`counted ${total}`);
      const times = await inTurn(ROUNDS, {
        anew: async () => { await client.query(`update revision set n = n + 1 where coop = 'test'`); await asked(); },
        kept: asked,
        plain: () => client.query(PLAIN),
      });
      const beside = { what: 'three of the four by PostgreSQL alone, p95', value: times.plain.p95, measured: true };
      return [
        { what: 'counts while nothing changes, p95', unit: 'ms', value: times.kept.p95, beside, goal: { of: 'value', most: 60 } },
        { what: 'counts after a change, p95', unit: 'ms', value: times.anew.p95, beside, goal: { of: 'value', most: 60 } },
        { what: 'counts after a change, median', unit: 'ms', value: times.anew.median, beside },
      ];
    } finally {
      await client.end();
      await nodes.close();
      await server.end();
    }
  },
});

/** Rows as the kernel derives them, put in by SQL. */
async function fill(client: pg.Client): Promise<void> {
  await client.query(`insert into revision (coop, n) values ('test', 1) on conflict do nothing`);
  for (let from = 0; from < RECORDS; from += CHUNK) {
    await client.query(`insert into record (coop, id, kind, kv, audience, party, standing, version, ordinal, content, title, sort, translations, date, at, waits_for)
      select 'test', ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'commitment', 1, 'joint', case when n % 2 = 0 then 'P1' else 'P2' end, (array['agreed', 'proposed', 'changing'])[1 + n % 3], n::text, 1,
        jsonb_build_object('text', jsonb_build_object('vi', 'Đào tạo cán bộ ngành Lao động, khoá ' || n), 'type', (array['action', 'goal', 'priority', 'form', 'offer'])[1 + n % 5], 'themes', jsonb_build_array('theme-' || n % 9, 'theme-' || (n + 4) % 9),
          'undertakenOn', (2006 + n % 20)::text || '-03-28', 'confidence', 'public', 'sources', jsonb_build_array('https://example.org/record')),
        '{}', '{}', '{}', (2006 + n % 20)::text || '-03-28', now(), '{}' from generate_series($1::int, $2::int) as n`, [from, from + CHUNK - 1]);
  }
  await client.query('vacuum analyze record');
}
