/** Pages of plans of 200,000 activities and 1,000,000 transactions after each change, each beside its own queries by PostgreSQL alone. */
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { lacksPostgres } from '../postgres.ts';
import { planWorld } from '../plan/world.ts';
import { signedIn } from '../plan/signed-in.ts';
import { subject, type Line } from '../subject.ts';
import { inTurn } from '../timing.ts';

const [ACTIVITIES, ROUNDS] = [200_000, 12];

export default subject({
  about: 'pages of a work plan: 200,000 activities in 20 plans, 1,000,000 transactions with receipts, progress of both sides',
  lacks: lacksPostgres,
  async run({ folder, tell }) {
    const world = await planWorld(folder, ACTIVITIES, true, tell);
    try {
      const ask = await pagesFor(world);
      const [plan = ''] = world.plans.slice(3);
      const lines: Line[] = [{ what: `${world.records} records: a start that counts everything once and makes all indexes`, unit: 's', value: world.startSeconds }];
      for (const [name, path] of pagesOf(plan, world.activities)) {
        // After a change, as it is asked for below: what is kept between two changes is asked then too.
        await world.change();
        const { statements, bytes, packed } = await watched(() => ask(path));
        const times = await inTurn(ROUNDS, {
          change: () => world.change(),
          ours: () => ask(path),
          plain: async () => { for (const each of statements) await world.client.query(each); },
        });
        tell(`${name}: ${statements.length} statements, ${bytes} bytes (${packed} packed), p50 ${times.ours.median.toFixed(0)}, p95 ${times.ours.p95.toFixed(0)} ms; alone ${times.plain.median.toFixed(0)}, ${times.plain.p95.toFixed(0)} ms`);
        lines.push(
          { what: `${name}, median (${Math.round(bytes / 1_000)} KB, ${Math.round(packed / 1_000)} packed)`, unit: 'ms', value: times.ours.median, beside: { what: 'its queries by PostgreSQL alone', value: times.plain.median, measured: true }, goal: { of: 'ratio', most: 1.5 } },
          { what: `${name}, p95`, unit: 'ms', value: times.ours.p95, beside: { what: 'the same, p95', value: times.plain.p95, measured: true } },
        );
      }
      return lines;
    } finally {
      await world.end();
    }
  },
});

const pagesOf = (plan: string, activities: number): readonly (readonly [string, string])[] => [
  ['first page', `/work-plan/${plan}?view=table`], ['deep page', `/work-plan/${plan}?view=table&page=${Math.max(1, Math.floor(activities / 20 / 20 / 2))}`],
  ['filtered by form', `/work-plan/${plan}?view=table&form=online`], ['filtered by state', `/work-plan/${plan}?view=table&state=late`], ['sorted by title', `/work-plan/${plan}?view=table&sort=title`],
  ['dashboard of a plan', `/work-plan/${plan}?view=dashboard`], ['time line of 500 bars', `/work-plan/${plan}?view=timeline`], ['map', `/work-plan/${plan}?view=map`], ['board', `/work-plan/${plan}?view=board`],
  ['calendar', `/work-plan/${plan}?view=calendar`], ['first page of everything', '/work-plan/all?view=table'], ['plans', '/work-plan'], ['home', '/'],
];

/** What an address is answered with; it must be a page. */
async function pagesFor(world: Parameters<typeof signedIn>[0]): Promise<(path: string) => Promise<string>> {
  const ask = await signedIn(world);
  return async (path) => {
    const answer = await ask(path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    return answer.text();
  };
}

interface Watched { readonly statements: readonly pg.QueryConfig[]; readonly bytes: number; readonly packed: number }

/** Everything a page reads from the tables, as it goes by. */
async function watched(ask: () => Promise<string>): Promise<Watched> {
  const statements: pg.QueryConfig[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (this: pg.Client, ...given: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function watching(...given) {
    const [one] = given as [{ readonly text?: string; readonly values?: readonly unknown[] } | string];
    if (typeof one === 'object' && one.text !== undefined && /^\s*(select|with)\b/u.test(one.text)) statements.push({ text: one.text, values: [...one.values ?? []] });
    return query.apply(this, given);
  };
  try {
    const page = await ask();
    return { statements, bytes: Buffer.byteLength(page), packed: gzipSync(page).length };
  } finally {
    prototype.query = query;
  }
}
