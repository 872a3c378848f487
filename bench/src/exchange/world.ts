/** Two nodes of one cooperation for the measurement of the exchange: their keys, and the journal one of them has to give. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import { canonicalBytes, consistencyProof, cosignature, formatCheckpoint, Frontier, leafHash, sha256, signerFromSeed, signNote, toHex, type Hash, type Signer } from '@entente/verify';
import { createKernel, openDatabase, originOf, type Cooperation, type Database, type KernelKeys } from '@entente/kernel';

export const COOP = 'bench';
const party = (id: string) => ({ id, name: { en: id }, short: { en: id }, colour: { light: '#333333', dark: '#cccccc' }, languages: ['vi', 'lo'], zone: 'UTC' });
export const cooperation: Cooperation = { id: COOP, title: { en: 'Bench' }, parties: [party('A'), party('B')], observers: [], themes: {}, demo: true };

/** Keys of a measurement: always the same, so that both processes know them. */
const seedOf = (name: string): Uint8Array => createHash('sha256').update(`entente bench ${name}`).digest();
const signerOf = (id: string, role: 'journal' | 'cosigner'): Promise<Signer> => signerFromSeed(`demo/${id}/${role}`, seedOf(`${id}/${role}`), ...(role === 'cosigner' ? [cosignature] : []));

export function transportOf(id: string): { readonly id: string; readonly key: KeyObject; readonly publicKey: KeyObject } {
  const key = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seedOf(`${id}/transport`)]), format: 'der', type: 'pkcs8' });
  return { id: `demo/${id}/transport`, key, publicKey: createPublicKey(key) };
}

export async function keysOf(id: 'A' | 'B'): Promise<KernelKeys> {
  const other = id === 'A' ? 'B' : 'A';
  return {
    journal: await signerOf(id, 'journal'), cosigner: await signerOf(id, 'cosigner'),
    peers: { [other]: [(await signerOf(other, 'journal')).key] }, cosigners: { [other]: [(await signerOf(other, 'cosigner')).key] },
  };
}

export async function openKernel(url: string, schema: string, id: 'A' | 'B'): Promise<{ kernel: Awaited<ReturnType<typeof createKernel>>; database: Database }> {
  const database = await openDatabase({ url, schema });
  const kernel = await createKernel({ party: id, cooperations: [cooperation], kinds: [], database, keys: await keysOf(id) });
  return { kernel, database };
}

const STRETCH = 2_048;

/** Puts a journal of A of this many acts into a database the way a mirror takes one in, since signing acts one by one is not what is measured. */
export async function fillJournal(url: string, schema: string, count: number): Promise<void> {
  const { kernel, database } = await openKernel(url, schema, 'B');
  const journal = await journalOf(count);
  for (let from = 0; from < count; from += STRETCH) {
    const end = Math.min(from + STRETCH, count);
    const result = await kernel.admit({ coop: COOP, party: 'A', audience: 'joint' }, from, journal.leaves(from, end), journal.note, await consistencyProof(end, count, journal.read));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
  }
  await kernel.close();
  // A's records are not asked for.
  await database.kysely.executeQuery(CompiledQuery.raw('update journal set projected = size'));
  await database.close();
}

/** The first 48 bits of a UUIDv7: an act every ten milliseconds. */
const timeOf = (at: number): string => (1_790_000_000_000 + at * 10).toString(16).padStart(12, '0').replace(/^(.{8})/u, '$1-');

/** An act of about 600 bytes that puts an owned record of its own, as ministries write them. */
function actBytes(at: number): Uint8Array {
  // As a node makes them (UUIDv7): in the order of time.
  const id = (name: string) => createHash('sha256').update(`${name} ${at}`).digest('hex')
    .replace(/^.{12}.(.{3}).(.{3})(.{12}).*$/u, `${timeOf(at)}-7$1-8$2-$3`);
  const content = { name: `Nguyễn Văn ${at}`, role: { vi: 'Cục trưởng', lo: 'ຫົວໜ້າກົມ' }, sources: [`https://example.org/record/${at}`], origin: 'public' };
  return canonicalBytes({
    v: 1, id: id('act'), coop: COOP, party: 'A', audience: 'joint', actor: { office: null, role: 'coordinator', person: id('person') }, made: '2026-11-21T08:00:00.000Z', seen: { B: 0 },
    items: [{ verb: 'put', kind: 'person', kv: 1, record: id('record'), on: null, hash: toHex(sha256(canonicalBytes(content))), content }],
  });
}

/** A journal of this many acts as its party signs it: leaves made when they are asked for, and the hashes of its tree. */
async function journalOf(count: number): Promise<{ readonly note: string; readonly leaves: (from: number, to: number) => Uint8Array[]; readonly read: (level: number, index: number) => Hash }> {
  const tree = new Frontier();
  const levels: Hash[][] = [];
  for (let at = 0; at < count; at += 1) tree.append(leafHash(actBytes(at)), (level, index, hash) => { (levels[level] ??= [])[index] = hash; });
  return {
    note: await signNote(formatCheckpoint({ origin: originOf(cooperation, 'A', 'joint'), size: tree.size, root: tree.root() }), await signerOf('A', 'journal')),
    leaves: (from, to) => Array.from({ length: to - from }, (_, at) => actBytes(from + at)),
    read: (level, index) => levels[level]![index]!,
  };
}
