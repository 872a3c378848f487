/** How long it takes until a node answers, and until the demonstration is ready, the first time and again. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, makeNode, serveNode } from '../node.ts';
import { fillCommitments } from '../records.ts';
import { subject, type Line } from '../subject.ts';
import { timesOf } from '../timing.ts';

const [RECORDS, STARTS] = [500, 5];
const DEMO = fileURLToPath(new URL('../../../apps/node/src/demo.ts', import.meta.url));

export default subject({
  about: 'start of a node on its data, and of the demonstration from an empty folder and again',
  async run({ folder, tell }) {
    const place = await makeNode(join(folder, 'node'), undefined, (kernel, by) => fillCommitments(kernel, by, RECORDS));
    const answers: number[] = [];
    for (let at = 0; at < STARTS; at += 1) {
      const node = await serveNode(place);
      answers.push(node.firstAnswer);
      await node.stop();
    }
    const answer = timesOf(answers);
    tell('the demonstration, from an empty folder');
    const data = join(folder, 'demonstration');
    const first = await demonstration(data);
    tell('the demonstration again');
    const again = [await demonstration(data), await demonstration(data)];
    const line = (what: string, milliseconds: number): Line => ({ what, unit: 's', value: milliseconds / 1_000 });
    return [
      { ...line(`first answer of a node with ${RECORDS} records, median of ${STARTS}`, answer.median), beside: { what: 'Strapi', value: 5.6, measured: false }, goal: { of: 'value', most: 1.5 } },
      { ...line('the same, fastest', answer.least), beside: { what: 'Strapi', value: 5.6, measured: false } },
      { ...line('demonstration ready, from an empty folder', first), goal: { of: 'value', most: 15 } },
      { ...line('demonstration ready, again', Math.min(...again)), goal: { of: 'value', most: 5 } },
    ];
  },
});

/** Milliseconds until a demonstration says `ready`; it is stopped again. */
async function demonstration(folder: string): Promise<number> {
  const started = performance.now();
  const port = await neighbouringPorts();
  const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', DEMO], { env: { ...process.env, ENTENTE_DATA: folder, ENTENTE_DEMO_PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const ended = new Promise<void>((resolve) => { child.once('close', () => { resolve(); }); });
  try {
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (/^ready /mu.test(said)) resolve();
      });
      void ended.then(() => { reject(new Error(`the demonstration did not start: ${said}`)); });
    });
    return performance.now() - started;
  } finally {
    child.kill('SIGINT');
    await ended;
  }
}

/** The second party's port is the one after the first's; the system may give free ports of one parity only. */
async function neighbouringPorts(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (await freePort(port + 1).then(() => true, () => false)) return port;
  }
}
