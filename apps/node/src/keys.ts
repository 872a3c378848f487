/** A node's keys, one per role, in files only its owner can read. The party's root key is kept elsewhere in real use. */
import { createPrivateKey, createPublicKey, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  cosignature, ed25519, fingerprint, formatKeyStatement, formatSignerKey, openSignerKey, parseSignerKey, parseVerifierKey, publicKeyFault, signerFromSeed, signNote, type SignatureType, type Signer, type VerifierKey,
} from '@entente/verify';
import { statementOf } from './ring.ts';

export interface NodeKeys {
  readonly journal: Signer;
  /** Cosigns the checkpoints of peers whose journals this node holds; null for a node whose keys are older than cosigning. */
  readonly cosigner: Signer | null;
  /** The party's root (vkey), and what it states of the keys above; nothing for a node whose keys are older than that. */
  readonly keyring: Keyring;
  readonly transport: { readonly id: string; readonly key: KeyObject; readonly vkey: string; /** Signs export files. */ readonly signer: Signer; /** Keys of earlier times: they open files that were sealed for them. */ readonly former: readonly KeyObject[] };
  /** Journal and cosigner keys of earlier times, as far as the root states them. */
  readonly former: readonly VerifierKey[];
  /** Encrypts personal values and second factors at rest, 32 bytes. */
  readonly node: Uint8Array;
}

/** DER headers of Ed25519 keys (RFC 8410). */
const [PKCS8, SPKI] = ['302e020100300506032b657004220420', '302a300506032b6570032100'].map((hex) => Buffer.from(hex, 'hex')) as [Buffer, Buffer];

/** Keys that stand by their fingerprint, and signed statements about others (docs/decisions/0010). Public. */
export interface Keyring { readonly anchors: readonly string[]; readonly statements: readonly string[] }

/** What a root states of a key of each role; a cosigner signs with a time (C2SP tlog-cosignature). */
export const ROLES: Readonly<Record<'journal' | 'cosigner' | 'transport', SignatureType>> = { journal: ed25519, cosigner: cosignature, transport: ed25519 };

/**
 * Makes a node's keys in a folder; keys already there are left alone. Names carry `demo` in a demonstration, so that an
 * ordinary configuration refuses them. The party's root, and the keys that will follow the first ones, go to a folder of
 * their own: in real use it is taken off the machine (docs/decisions/0010).
 */
export async function makeKeys(folder: string, party: string, demo: boolean, rootFolder = join(folder, 'root')): Promise<void> {
  for (const each of [folder, rootFolder]) mkdirSync(each, { recursive: true, mode: 0o700 });
  const prefix = demo ? 'demo/' : '';
  for (const [role, type] of Object.entries(ROLES)) await makeKey(join(folder, `${role}.key`), `${prefix}${party}/${role}`, type);
  writeOnce(join(folder, 'node.key'), `${randomBytes(32).toString('base64')}\n`);
  if (existsSync(join(folder, KEYRING))) return;
  await makeKey(join(rootFolder, 'root.key'), `${prefix}${party}/root`, ed25519);
  const root = await readSigner(join(rootFolder, 'root.key'));
  const statements: string[] = [];
  for (const [role, type] of Object.entries(ROLES)) {
    const nextFile = join(rootFolder, `next-${role}.key`);
    await makeKey(nextFile, `${prefix}${party}/${role}`, type);
    const [{ key }, next] = [await readSigner(join(folder, `${role}.key`), type), await readSigner(nextFile, type)];
    statements.push(await signNote(formatKeyStatement({ vkey: key.vkey, serial: 0, next: fingerprint(next.key.vkey) }), root));
  }
  writeOnce(join(folder, KEYRING), `${JSON.stringify({ anchors: [root.key.vkey], statements } satisfies Keyring, null, 2)}\n`);
}

export const KEYRING = 'keyring.json';
/** Folder of transport keys of earlier times, beside the others. */
export const RETIRED = 'retired';

export async function makeKey(file: string, name: string, type: SignatureType): Promise<void> {
  if (existsSync(file)) return;
  const seed = randomBytes(32);
  const { key } = await signerFromSeed(name, seed, type);
  writeOnce(file, `${formatSignerKey(key, seed)}\n`);
}

/** Reads a node's keys. Throws an Error naming the file when one is missing or damaged. */
export async function readKeys(folder: string): Promise<NodeKeys> {
  const journal = await readSigner(join(folder, 'journal.key'));
  const transportFile = join(folder, 'transport.key');
  const transport = await readSigner(transportFile);
  const node = Buffer.from(readFileSync(join(folder, 'node.key'), 'utf8').trim(), 'base64');
  if (node.length !== 32) throw new Error(`${join(folder, 'node.key')} is damaged`);
  const cosignerFile = join(folder, 'cosigner.key');
  const keyringFile = join(folder, KEYRING);
  const keyring = existsSync(keyringFile) ? (JSON.parse(readFileSync(keyringFile, 'utf8')) as Keyring) : { anchors: [], statements: [] };
  const cosigner = existsSync(cosignerFile) ? await readSigner(cosignerFile, cosignature) : null;
  return {
    journal,
    cosigner,
    keyring,
    former: formerIn(keyring, [journal.key.vkey, cosigner?.key.vkey, transport.key.vkey]),
    transport: { id: transport.key.name, vkey: transport.key.vkey, signer: transport, key: secretOf(transportFile), former: retiredIn(join(folder, RETIRED)) },
    node,
  };
}

function secretOf(file: string): KeyObject {
  const parsed = parseSignerKey(readFileSync(file, 'utf8').trim());
  if (!parsed.ok) throw new Error(`${file} is damaged`);
  return createPrivateKey({ key: Buffer.concat([PKCS8, parsed.value.seed]), format: 'der', type: 'pkcs8' });
}

const retiredIn = (folder: string): readonly KeyObject[] => (existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('transport-')).toSorted().map((name) => secretOf(join(folder, name))) : []);

/** What the root states of keys that are not in use any more. */
function formerIn({ statements }: Keyring, now: readonly (string | undefined)[]): readonly VerifierKey[] {
  return statements.flatMap((source) => statementOf(source)).filter(({ owner, key }) => owner.role !== 'transport' && !now.includes(key.vkey)).map(({ key }) => key);
}

/** A peer's transport key as node:crypto takes it. Throws when the text is no good key. */
export function transportKeyOf(vkey: string): { readonly id: string; readonly key: KeyObject } {
  const parsed = parseVerifierKey(vkey);
  if (!parsed.ok) throw new Error(`a transport key cannot be read: ${parsed.reason}`);
  const fault = publicKeyFault(parsed.value.publicKey);
  if (fault) throw new Error(`the transport key ${parsed.value.name} is refused: ${fault}`);
  return { id: parsed.value.name, key: createPublicKey({ key: Buffer.concat([SPKI, parsed.value.publicKey]), format: 'der', type: 'spki' }) };
}

export async function readSigner(file: string, type: SignatureType = ed25519): Promise<Signer> {
  if (!existsSync(file)) throw new Error(`the key file ${file} is not there`);
  const parsed = parseSignerKey(readFileSync(file, 'utf8').trim());
  const opened = parsed.ok ? await openSignerKey(parsed.value, type) : parsed;
  if (!opened.ok) throw new Error(`the key file ${file} is damaged`);
  return opened.value;
}

function writeOnce(file: string, text: string): void {
  if (!existsSync(file)) writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
}
