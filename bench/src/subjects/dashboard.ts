/** Counts over 200,000 activities by theme, standing, office and year after each change, beside the same aggregate by PostgreSQL alone. */
import { lacksPostgres } from '../postgres.ts';
import { COOP } from '../plan/generate.ts';
import { planWorld } from '../plan/world.ts';
import { subject } from '../subject.ts';
import { inTurn } from '../timing.ts';

const [ACTIVITIES, ROUNDS] = [200_000, 30];
const COUNT = ['themes', 'standing', 'responsible', 'year'];
const PLAIN = `select theme, office, year, standing, count(*) from (select content->'responsible'->>0 as office, left(date, 4) as year, standing, content->'themes'->>0 as theme
  from record where coop = $1 and kind = 'activity' and standing <> 'retired') x group by grouping sets ((theme), (office), (year), (standing))`;

export default subject({
  about: `counts over ${ACTIVITIES.toLocaleString('en')} activities by theme, standing, office and year`,
  lacks: lacksPostgres,
  async run({ folder, tell }) {
    const world = await planWorld(folder, ACTIVITIES, false, tell);
    try {
      const reader = world.kernel.reader(world.node.person());
      const asked = (filters: readonly { field: string; is: string }[] = []) => reader.list({ coop: COOP, kind: 'activity', limit: 0, count: COUNT, filters });
      const { total, counts } = await asked();
      const { rows: [plain] } = await world.client.query<{ n: number }>(`select count(*)::int as n from record where kind = 'activity' and content->'themes' ? $1`, [Object.keys(counts['themes'] ?? {})[0]]);
      if (total !== world.activities || plain?.n !== Object.values(counts['themes'] ?? {})[0]) throw new Error(`counted ${total} and ${JSON.stringify(counts['themes'])}`);
      const times = await inTurn(ROUNDS, {
        change: () => world.change(),
        anew: () => asked(),
        kept: () => asked(),
        plan: () => asked([{ field: 'plan', is: world.plans[3] ?? '' }]),
        walk: () => asked([{ field: 'themes', is: Object.keys(counts['themes'] ?? {})[0] ?? '' }]),
        plain: () => world.client.query(PLAIN, [COOP]),
      });
      const beside = { what: 'the four by PostgreSQL alone, one theme and office each, p95', value: times.plain.p95, measured: true };
      return [
        { what: `${total} activities: counts after a change, p95`, unit: 'ms', value: times.anew.p95, beside, goal: { of: 'value', most: 60 } },
        { what: 'counts after a change, median', unit: 'ms', value: times.anew.median, beside },
        { what: 'counts while nothing changes, p95', unit: 'ms', value: times.kept.p95, beside, goal: { of: 'value', most: 60 } },
        { what: 'counts within one plan after a change, p95', unit: 'ms', value: times.plan.p95, beside, goal: { of: 'value', most: 60 } },
        { what: 'counts within one theme after a change, by a walk, p95', unit: 'ms', value: times.walk.p95, beside },
        { what: 'a start that counts everything once and makes all indexes', unit: 's', value: world.startSeconds },
      ];
    } finally {
      await world.end();
    }
  },
});
