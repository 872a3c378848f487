/** A node's keys, one per role, in files only its owner can read. The party's root key is kept elsewhere in real use. */
import { createPrivateKey, createPublicKey, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatSignerKey, openSignerKey, parseSignerKey, parseVerifierKey, publicKeyFault, signerFromSeed, type Signer } from '@entente/verify';

export interface NodeKeys {
  readonly journal: Signer;
  readonly transport: { readonly id: string; readonly key: KeyObject; readonly vkey: string };
  /** Encrypts personal values and second factors at rest, 32 bytes. */
  readonly node: Uint8Array;
}

/** DER headers of Ed25519 keys (RFC 8410). */
const [PKCS8, SPKI] = ['302e020100300506032b657004220420', '302a300506032b6570032100'].map((hex) => Buffer.from(hex, 'hex')) as [Buffer, Buffer];

/**
 * Makes a node's keys in a folder; keys already there are left alone. Names carry `demo` in a demonstration, so that an
 * ordinary configuration refuses them.
 */
export async function makeKeys(folder: string, party: string, demo: boolean): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const prefix = demo ? 'demo/' : '';
  for (const role of ['journal', 'transport']) {
    const seed = randomBytes(32);
    const { key } = await signerFromSeed(`${prefix}${party}/${role}`, seed);
    writeOnce(join(folder, `${role}.key`), `${formatSignerKey(key, seed)}\n`);
  }
  writeOnce(join(folder, 'node.key'), `${randomBytes(32).toString('base64')}\n`);
}

/** Reads a node's keys. Throws an Error naming the file when one is missing or damaged. */
export async function readKeys(folder: string): Promise<NodeKeys> {
  const journal = await readSigner(join(folder, 'journal.key'));
  const transportFile = join(folder, 'transport.key');
  const transport = await readSigner(transportFile);
  const parsed = parseSignerKey(readFileSync(transportFile, 'utf8').trim());
  if (!parsed.ok) throw new Error(`${transportFile} is damaged`);
  const node = Buffer.from(readFileSync(join(folder, 'node.key'), 'utf8').trim(), 'base64');
  if (node.length !== 32) throw new Error(`${join(folder, 'node.key')} is damaged`);
  return {
    journal,
    transport: { id: transport.key.name, vkey: transport.key.vkey, key: createPrivateKey({ key: Buffer.concat([PKCS8, parsed.value.seed]), format: 'der', type: 'pkcs8' }) },
    node,
  };
}

/** A peer's transport key as node:crypto takes it. Throws when the text is no good key. */
export function transportKeyOf(vkey: string): { readonly id: string; readonly key: KeyObject } {
  const parsed = parseVerifierKey(vkey);
  if (!parsed.ok) throw new Error(`a transport key cannot be read: ${parsed.reason}`);
  const fault = publicKeyFault(parsed.value.publicKey);
  if (fault) throw new Error(`the transport key ${parsed.value.name} is refused: ${fault}`);
  return { id: parsed.value.name, key: createPublicKey({ key: Buffer.concat([SPKI, parsed.value.publicKey]), format: 'der', type: 'spki' }) };
}

async function readSigner(file: string): Promise<Signer> {
  if (!existsSync(file)) throw new Error(`the key file ${file} is not there`);
  const parsed = parseSignerKey(readFileSync(file, 'utf8').trim());
  const opened = parsed.ok ? await openSignerKey(parsed.value) : parsed;
  if (!opened.ok) throw new Error(`the key file ${file} is damaged`);
  return opened.value;
}

function writeOnce(file: string, text: string): void {
  if (!existsSync(file)) writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
}
