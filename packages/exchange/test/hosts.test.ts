/** Two hosts, each a process in a network of its own with a cable between them: pulled out, put back, and loose. */
import { execFileSync, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Committed, Result } from '@entente/kernel';
import { expect, test, type TestContext } from 'vitest';
import type { PeerState } from '../src/index.ts';
import type { Command, HostOptions } from './support/host.ts';
import { cooperationOf, pledge, story, until } from './support/world.ts';

const ip = (...args: readonly string[]): void => { execFileSync('ip', args, { stdio: 'pipe' }); };
const names = ['a', 'b'].map((end) => `entente-${process.pid}-${end}`);
const ADDRESSES = ['10.77.0.1', '10.77.0.2'];

/** Two networks and a cable; false where this account or system may not make them. */
function cabled(): boolean {
  try {
    for (const name of names) ip('netns', 'add', name);
    ip('link', 'add', 'cable', 'netns', names[0]!, 'type', 'veth', 'peer', 'name', 'cable', 'netns', names[1]!);
    for (const [at, name] of names.entries()) {
      ip('-n', name, 'address', 'add', `${ADDRESSES[at]}/24`, 'dev', 'cable');
      for (const device of ['lo', 'cable']) ip('-n', name, 'link', 'set', device, 'up');
    }
    return true;
  } catch (error) {
    process.stderr.write(`skipped: no networks of their own may be made here (${String(error).split('\n')[0]})\n`);
    return false;
  }
}
function uncabled(): void {
  for (const name of names) try { ip('netns', 'delete', name); } catch { /* It was never made. */ }
}

/** A node in one of the networks. */
async function hostIn(network: string, options: HostOptions, onTestFinished: TestContext['onTestFinished']) {
  const child = spawn('nsenter', [`--net=/run/netns/${network}`, process.execPath, join(import.meta.dirname, 'support/host.ts'), JSON.stringify(options)], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => { child.kill('SIGKILL'); });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value));
  expect(await answer()).toBe('ready');
  const ask = async (command: Command): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify(command)}\n`);
    return answer();
  };
  return {
    dump: async () => String(await ask({ do: 'dump' })),
    fault: async () => (await ask({ do: 'peers' }) as PeerState[])[0]?.fault?.id ?? null,
    commit: async (...intents: Extract<Command, { do: 'commit' }>['intents'][number][]) => {
      const result = await ask({ do: 'commit', intents }) as Result<Committed>;
      if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problems)}`);
      return result.value.records[0]!;
    },
  };
}

test('given a cable that is pulled out while both work, put back, and then comes and goes, then both hold the same without anybody doing anything', { timeout: 300_000 }, async ({ skip, onTestFinished }) => {
  onTestFinished(uncabled);
  if (!cabled()) skip('no network namespaces');
  const cooperation = cooperationOf(2);
  const hosts = Object.fromEntries(cooperation.parties.map(({ id }, at) => [id, {
    address: ADDRESSES[at]!, seed: randomBytes(32).toString('hex'), transport: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
  }]));
  const [a, b] = await Promise.all(names.map((name, at) => hostIn(name, { party: `P${at + 1}`, cooperation, hosts }, onTestFinished))) as [Awaited<ReturnType<typeof hostIn>>, Awaited<ReturnType<typeof hostIn>>];
  const level = async () => (await a.dump()) === (await b.dump());
  const cable = (state: string): void => { ip('-n', names[0]!, 'link', 'set', 'cable', state); };

  const { record, version } = await a.commit(pledge('Before the cut'));
  await until(async () => (await b.dump()).includes(record), 'the cable carries', 60_000);
  cable('down');
  await b.commit({ verb: 'consent', record, h: version });
  for (let n = 0; n < 10; n += 1) for (const [at, host] of [a, b].entries()) await host.commit(story(`Cut off ${n} at ${at}`));
  await until(async () => (await a.fault()) === 'peer.silent' && (await b.fault()) === 'peer.silent', 'both say that they hear nothing', 60_000);
  expect(await level()).toBe(false);
  cable('up');
  await until(level, 'both are level again', 120_000);
  expect(await a.dump()).toContain('"agreed"');

  for (let n = 0; n < 6; n += 1) {
    cable(n % 2 === 0 ? 'down' : 'up');
    for (const [at, host] of [a, b].entries()) await host.commit(story(`Coming and going ${n} at ${at}`), story('and more'));
  }
  await until(level, 'both are level after a cable that comes and goes', 120_000);
});
