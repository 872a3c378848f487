/** Auditing a journal as it lies in PostgreSQL: every leaf, tile, root and checkpoint; and the parts of it, all on one core. */
import { generateKeyPairSync, hash as digest, sign, verify } from 'node:crypto';
import { canonicalBytes, formatCheckpoint, Frontier, leafHash, openCheckpoint, readCanonical, signerFromSeed, signNote } from '@entente/verify';
import { auditNode, openDatabase } from '@entente/kernel';
import { sampleActs } from '../acts.ts';
import { cooperation, fillJournal, keysOf } from '../exchange/world.ts';
import { lacksPostgres, postgres } from '../postgres.ts';
import { subject, type Line } from '../subject.ts';
import { rate } from '../timing.ts';

const [ACTS, TIME, STORED] = [20_000, 1_500, 100_000];
/** An exchange signs one checkpoint for many acts; here one for every so many. */
const ACTS_PER_CHECKPOINT = 1_000;

export default subject({
  about: 'full audit of a journal: leaves, tiles, roots, checkpoints; acts a second on one core',
  async run({ folder, tell }) {
    const stored = lacksPostgres() === null ? await storedAudit(folder, tell) : [];
    const acts = sampleActs(ACTS);
    const bytes = Math.round(acts.reduce((sum, act) => sum + act.length, 0) / ACTS);
    tell(`${ACTS} acts of ${bytes} bytes`);
    const act = (at: number): Uint8Array => acts[at % ACTS]!;
    const hash = rate(TIME, (at) => digest('sha256', act(at), 'buffer'));
    const leaf = rate(TIME, (at) => leafHash(act(at)));
    let tree = new Frontier();
    const appended = rate(TIME, (at) => { if (at % ACTS === 0) tree = new Frontier(); tree.append(leafHash(act(at))); });
    const read = rate(TIME, (at) => readCanonical(act(at)));
    const parsed = rate(TIME, (at) => JSON.parse(Buffer.from(act(at)).toString('utf8')));
    const written = rate(TIME, (at) => canonicalBytes(VALUES[at % VALUES.length]));
    const plain = rate(TIME, (at) => JSON.stringify(VALUES[at % VALUES.length]));
    const checked = await checkpoints();
    const whole = 1 / (1 / appended + 1 / read + 1 / (checked.ours * ACTS_PER_CHECKPOINT));
    return [
      ...stored,
      { what: 'leaf, tree and canonical form in memory', unit: 'acts/s', value: whole, beside: { what: `SHA-256 of ${bytes} B`, value: hash, measured: true } },
      { what: 'leaf hash', unit: 'acts/s', value: leaf, beside: { what: `SHA-256 of ${bytes} B`, value: hash, measured: true } },
      { what: 'leaf hash and tree', unit: 'acts/s', value: appended, beside: { what: `SHA-256 of ${bytes} B`, value: hash, measured: true } },
      { what: 'read as canonical JSON', unit: 'acts/s', value: read, beside: { what: 'JSON.parse', value: parsed, measured: true } },
      { what: 'write canonical JSON', unit: 'acts/s', value: written, beside: { what: 'JSON.stringify', value: plain, measured: true } },
      { what: 'checkpoint opened', unit: 'notes/s', value: checked.ours, beside: { what: 'Ed25519 verify', value: checked.limit, measured: true } },
    ] satisfies Line[];
  },
});

/** A journal of its own in PostgreSQL, audited as `entente audit` does, without making the records again. */
async function storedAudit(folder: string, tell: (line: string) => void): Promise<Line[]> {
  const server = await postgres(folder);
  try {
    tell(`writing ${STORED} acts`);
    await fillJournal(server.url, 'audit', STORED);
    const database = await openDatabase({ url: server.url, schema: 'audit' });
    const keys = await keysOf('A');
    const audit = () => auditNode({ database, cooperations: [cooperation], kinds: [], party: 'A', keys, records: false });
    await audit();
    const [started, processor] = [performance.now(), process.cpuUsage()];
    const { journals, faults } = await audit();
    const { user, system } = process.cpuUsage(processor);
    const seconds = (performance.now() - started) / 1_000;
    await database.close();
    const leaves = journals.reduce((sum, journal) => sum + journal.leaves, 0);
    if (faults.length > 0 || leaves !== STORED) throw new Error(`${leaves} leaves, ${JSON.stringify(faults[0])}`);
    return [
      { what: 'whole audit on PostgreSQL, for each second of the processor', unit: 'acts/s', value: leaves / ((user + system) / 1_000_000), goal: { of: 'value', least: 150_000 } },
      { what: 'whole audit on PostgreSQL, by the clock', unit: 'acts/s', value: leaves / seconds },
    ];
  } finally {
    await server.end();
  }
}

const VALUES = sampleActs(500).map((bytes) => JSON.parse(Buffer.from(bytes).toString('utf8')) as object);

async function checkpoints(): Promise<{ readonly ours: number; readonly limit: number }> {
  const signer = await signerFromSeed('demo/A/journal', new Uint8Array(32).fill(7));
  const origin = 'entente/bench/A/joint';
  const note = await signNote(formatCheckpoint({ origin, size: 1, root: leafHash(new Uint8Array(1)) }), signer);
  const [notes, started] = [400, performance.now()];
  for (let at = 0; at < notes; at += 1) {
    const opened = await openCheckpoint(note, { journal: [signer.key], origin });
    if (!opened.ok) throw new Error(opened.reason);
  }
  const ours = notes / ((performance.now() - started) / 1000);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const [message, signature] = [Buffer.from(note), sign(null, Buffer.from(note), privateKey)];
  return { ours, limit: rate(500, () => verify(null, message, publicKey, signature)) };
}
