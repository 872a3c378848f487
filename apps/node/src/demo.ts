/** `pnpm start`: two nodes of two parties on this machine, loaded with the real cooperation. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseProblem, lockDirectory } from '@entente/kernel/directory';
import { openControl, type Control } from './demo/control.ts';
import { NodeFault } from './demo/child.ts';
import { needFreePorts } from './demo/ports.ts';
import { isPrepared, start, type DemoFile } from './demo/prepare.ts';
import { addressOf, layOut, writeSafely, type DemoPlaces } from './demo/place.ts';
import { supervise } from './demo/supervisor.ts';

const folder = resolve(process.env['ENTENTE_DATA'] ?? 'data');
const firstPort = Number(process.env['ENTENTE_DEMO_PORT'] ?? 4001);
const started = performance.now();

try {
  if (!Number.isInteger(firstPort) || firstPort < 1 || firstPort > 65_534) throw new RangeError('ENTENTE_DEMO_PORT is a port number from 1 to 65534. Nothing was started.');
  mkdirSync(folder, { recursive: true });
  await run(takeFolder());
} catch (error) {
  await fail(error);
}

async function run(lock: { release(): void }): Promise<void> {
  const places = await layOut(folder, isPrepared(folder), firstPort);
  await needFreePorts(places.nodes.map((node) => node.port)).catch((error: unknown) => {
    lock.release();
    throw error;
  });
  const nodes = supervise(places.nodes, console.log);
  let control: Control | null = null;
  let demo: DemoFile | null = null;
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> => (stopping ??= (async () => {
    await nodes.stopAll();
    control?.close();
    if (demo && existsSync(join(folder, 'demo.json'))) writeDemo(places, demo, null);
    lock.release();
  })());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      console.log('\nStopping both nodes. Everything is kept.');
      stop().then(() => process.exit(0), fail);
    });
  }
  try {
    demo = await start(places, nodes, console.log);
    control = await openControl((action, node) => nodes.control(action, node));
    writeDemo(places, demo, control);
    welcome(places, demo);
  } catch (error) {
    // A start that somebody broke off did not fail.
    if (stopping) return stopping;
    await stop();
    throw error;
  }
}

/** Says why, and ends. What makes the sentences is loaded only now: a supervisor stays small. */
async function fail(error: unknown): Promise<never> {
  const { explainStart } = await import('./start-fault.ts');
  console.error(error instanceof RangeError || error instanceof NodeFault ? error.message : explainStart(error));
  return process.exit(1);
}

function takeFolder(): { release(): void } {
  try {
    return lockDirectory(join(folder, 'demo'));
  } catch (error) {
    if (!(error instanceof DatabaseProblem)) throw error;
    console.error(`The demonstration is running already from ${folder} (process ${error.problem.params?.['pid'] ?? '?'}). Nothing was started. Stop that one first with Ctrl-C, or set ENTENTE_DATA to another folder and ENTENTE_DEMO_PORT to other ports.`);
    return process.exit(1);
  }
}

/** What the command line needs to find the nodes; only the owner can read it, since it holds a token. */
function writeDemo(places: DemoPlaces, demo: DemoFile, control: Control | null): void {
  const nodes = Object.fromEntries(places.nodes.map((node) => [node.name, { url: addressOf(node.port), token: demo.access[node.party]?.token ?? '' }]));
  const file = join(folder, 'demo.json');
  if (existsSync(file) && readFileSync(file).length === 0) rmSync(file);
  writeSafely(file, `${JSON.stringify({ nodes, ...(control ? { control: { url: control.url, token: control.token } } : {}) }, null, 2)}\n`, 0o600);
}

function welcome(places: DemoPlaces, demo: DemoFile): void {
  for (const node of places.nodes) {
    const address = addressOf(node.port);
    console.log(`\n${node.title}: ${address}`);
    for (const [login, secret] of Object.entries(demo.access[node.party]?.links ?? {})) console.log(`  sign in as ${login.padEnd(11)} ${address}/sign-in/link/${secret}`);
  }
  console.log('\nThe links work in this demonstration only. Ctrl-C stops both nodes; everything is kept.');
  console.log(`ready in ${((performance.now() - started) / 1000).toFixed(1)} s: ${places.nodes.map((node) => addressOf(node.port)).join(' ')}`);
}
