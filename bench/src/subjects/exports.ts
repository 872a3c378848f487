/** Files of 200,000 activities and 1,000,000 transactions, from the first request to the last byte, and how much memory they take meanwhile. */
import { setTimeout as sleep } from 'node:timers/promises';
import { lacksPostgres } from '../postgres.ts';
import { planWorld } from '../plan/world.ts';
import { signedIn } from '../plan/signed-in.ts';
import { subject, type Line } from '../subject.ts';

const [ACTIVITIES, MIB] = [200_000, 1_024 * 1_024];
/** Milliseconds between two looks at the memory, and at the job. */
const [LOOK, POLL] = [50, 250];

export default subject({
  about: 'files of a cooperation: lists as CSV and Excel, a plan to fill in, IATI; 200,000 activities, 1,000,000 transactions',
  lacks: lacksPostgres,
  async run({ folder, tell }) {
    const world = await planWorld(folder, ACTIVITIES, true, tell);
    try {
      const ask = await signedIn(world);
      const lines: Line[] = [];
      for (const [name, path] of filesOf(world.plans[3] ?? '', world.activities)) {
        const { seconds, bytes, more } = await fetched(ask, path);
        tell(`${name}: ${seconds.toFixed(1)} s, ${Math.round(bytes / MIB)} MiB, memory +${Math.round(more / MIB)} MiB`);
        lines.push({ what: `${name} (${Math.round(bytes / MIB)} MiB)`, unit: 's', value: seconds }, { what: `${name}, more memory than before at the most`, unit: 'MiB', value: more / MIB });
      }
      return lines;
    } finally {
      await world.end();
    }
  },
});

const filesOf = (plan: string, activities: number): readonly (readonly [string, string])[] => [
  [`${activities} activities as CSV`, '/activities.csv'], [`${activities} activities as Excel`, '/activities.xlsx'],
  ['a plan to fill in, Excel', `/work-plan/${plan}/file?as=xlsx`], [`IATI of ${activities} activities`, '/iati.xml'],
];

/** The file, through the page of its job where it takes long. */
async function fetched(ask: (path: string) => Promise<Response>, path: string): Promise<{ readonly seconds: number; readonly bytes: number; readonly more: number }> {
  const [started, before] = [performance.now(), process.memoryUsage().rss];
  let most = before;
  const watch = setInterval(() => { most = Math.max(most, process.memoryUsage().rss); }, LOOK);
  try {
    let answer = await ask(path);
    const job = answer.headers.get('location');
    if (job !== null) {
      let page = await (await ask(job)).text();
      while (page.includes('http-equiv="refresh"')) { await sleep(POLL); page = await (await ask(job)).text(); }
      answer = await ask(`${job}/file`);
    }
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    let bytes = 0;
    for await (const piece of answer.body ?? []) bytes += piece.length;
    return { seconds: (performance.now() - started) / 1_000, bytes, more: most - before };
  } finally {
    clearInterval(watch);
  }
}
