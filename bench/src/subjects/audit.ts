/** Auditing a journal: every leaf hashed into the tree and read as canonical JSON, checkpoints verified; all on one core. */
import { generateKeyPairSync, hash as digest, sign, verify } from 'node:crypto';
import { canonicalBytes, formatCheckpoint, Frontier, leafHash, openCheckpoint, readCanonical, signerFromSeed, signNote } from '@entente/verify';
import { sampleActs } from '../acts.ts';
import { subject, type Line } from '../subject.ts';
import { rate } from '../timing.ts';

const [ACTS, TIME] = [20_000, 1_500];
/** An exchange signs one checkpoint for many acts; here one for every so many. */
const ACTS_PER_CHECKPOINT = 1_000;

export default subject({
  about: 'full audit of a journal: leaves, tree, canonical form, checkpoints; acts a second on one core',
  async run({ tell }) {
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
      { what: 'whole audit', unit: 'acts/s', value: whole, beside: { what: `SHA-256 of ${bytes} B`, value: hash, measured: true }, goal: { of: 'value', least: 150_000 } },
      { what: 'leaf hash', unit: 'acts/s', value: leaf, beside: { what: `SHA-256 of ${bytes} B`, value: hash, measured: true } },
      { what: 'leaf hash and tree', unit: 'acts/s', value: appended, beside: { what: `SHA-256 of ${bytes} B`, value: hash, measured: true } },
      { what: 'read as canonical JSON', unit: 'acts/s', value: read, beside: { what: 'JSON.parse', value: parsed, measured: true } },
      { what: 'write canonical JSON', unit: 'acts/s', value: written, beside: { what: 'JSON.stringify', value: plain, measured: true } },
      { what: 'checkpoint opened', unit: 'notes/s', value: checked.ours, beside: { what: 'Ed25519 verify', value: checked.limit, measured: true } },
    ] satisfies Line[];
  },
});

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
