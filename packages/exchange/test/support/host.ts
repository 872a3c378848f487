/** A node in a process of its own, wherever that is put: takes a JSON command a line, answers a line of JSON each. */
import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { cosignature, signerFromSeed } from '@entente/verify';
import { serve } from '@hono/node-server';
import { createKernel, openDatabase, type Cooperation, type Intent } from '@entente/kernel';
import { exchangeServer, nonceMemory, startExchange, systemClock } from '../../src/index.ts';
import { kinds } from './kinds.ts';

export interface HostOptions {
  readonly party: string;
  readonly cooperation: Cooperation;
  /** By party; the same for all hosts. */
  readonly hosts: Readonly<Record<string, { readonly address: string; readonly seed: string; readonly transport: string }>>;
}
export type Command = { readonly do: 'commit'; readonly intents: readonly Intent[] } | { readonly do: 'dump' } | { readonly do: 'peers' };

const PORT = 8_080;
const { party, cooperation, hosts } = JSON.parse(process.argv[2] ?? '') as HostOptions;
const transportOf = (of: string): string => `demo/${of}/transport`;
const urlOf = (of: string): string => `http://${hosts[of]?.address}:${PORT}`;
const signers = new Map(await Promise.all(Object.entries(hosts).map(async ([id, { seed }]) => {
  const [journal, cosigner] = [await signerFromSeed(`demo/${id}/journal`, Buffer.from(seed, 'hex')), await signerFromSeed(`demo/${id}/cosigner`, Buffer.from(seed, 'hex').toReversed(), cosignature)];
  return [id, { journal, cosigner }] as const;
})));
const own = signers.get(party)!;
const others = [...signers].filter(([id]) => id !== party);
const kernel = await createKernel({
  party, cooperations: [cooperation], kinds, database: await openDatabase({ memory: true }),
  keys: {
    journal: own.journal, cosigner: own.cosigner, node: randomBytes(32),
    peers: Object.fromEntries(others.map(([id, { journal }]) => [id, [journal.key]])), cosigners: Object.fromEntries(others.map(([id, { cosigner }]) => [id, [cosigner.key]])),
  },
});
const now = (): number => systemClock.now();
const exchange = startExchange({
  kernel, clock: systemClock, timeout: 3_000, interval: 500, signer: { id: transportOf(party), key: createPrivateKey(hosts[party]!.transport) },
  peers: others.map(([id]) => ({ party: id, url: urlOf(id) })),
});
const keys = new Map(Object.entries(hosts).map(([id, { transport }]) => [transportOf(id), { party: id, key: createPublicKey(transport) }]));
const door = exchangeServer({
  kernel, base: urlOf(party), clock: systemClock, onWake: (from, coop) => { exchange.wake(from, coop); },
  verifier: { keyOf: (name) => keys.get(name) ?? null, now, tolerance: 300, nonces: nonceMemory({ seconds: 600, limit: 10_000, now }) },
});
serve({ fetch: async (request) => (await door.answer(request, 'host')) ?? new Response(null, { status: 404 }), hostname: hosts[party]!.address, port: PORT });

async function carriedOut(command: Command): Promise<unknown> {
  if (command.do === 'commit') return kernel.commit(command.intents, { coop: cooperation.id, by: { id: 'coordinator', party, roles: ['coordinator'], office: null } });
  return command.do === 'dump' ? kernel.dump(cooperation.id) : exchange.peers();
}
process.stdout.write('"ready"\n');
for await (const line of createInterface({ input: process.stdin })) process.stdout.write(`${JSON.stringify(await carriedOut(JSON.parse(line) as Command))}\n`);
process.exit(0);
