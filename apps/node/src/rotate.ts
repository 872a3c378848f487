/** Changing a key of a node: the one it committed to takes over, and commits to the next (decision 0025). */
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lockDirectory, originOf } from '@entente/kernel';
import { fingerprint, formatKeyStatement, keyHistory, signNote, type KeyStatement, type SignatureType, type Signer } from '@entente/verify';
import { configProblem, ConfigurationFault, type NodeConfig } from './config/index.ts';
import { openData, targetOf } from './data.ts';
import { KEYRING, makeKey, makeKeys, readKeys, readSigner, RETIRED, ROLES, type Keyring } from './keys.ts';

export type RotatingRole = keyof typeof ROLES;
export const isRole = (text: string): text is RotatingRole => Object.hasOwn(ROLES, text);

export interface Rotated { readonly role: RotatingRole; readonly serial: number; readonly vkey: string; readonly fingerprint: string; readonly before: string }

/** Folder of the root where nobody says another: beside the data, or in it in a demonstration. */
export const rootFolderOf = (config: NodeConfig): string => [join(dirname(config.data), 'root'), join(config.data, 'keys', 'root')].find((each) => existsSync(each)) ?? join(dirname(config.data), 'root');

/**
 * Puts the key in force that the last statement committed to. The node has to be stopped: it signs with what it read at its
 * start. Stopped half-way, the same again goes on. Throws ConfigurationFault, and DatabaseProblem while the node runs.
 */
export async function rotateKey(config: NodeConfig, role: RotatingRole, rootFolder: string): Promise<Rotated> {
  const folder = join(config.data, 'keys');
  const [file, nextFile, laterFile] = [join(folder, `${role}.key`), join(rootFolder, `next-${role}.key`), join(rootFolder, `next-${role}.key.later`)];
  const missing = [join(rootFolder, 'root.key'), nextFile].filter((each) => !existsSync(each));
  if (missing.length > 0) throw new ConfigurationFault(config.data, missing.map((each) => configProblem('root-away', { missing: each })));
  const type = ROLES[role];
  await mustBeStopped(config);
  const [root, next, now] = [await readIn(join(rootFolder, 'root.key')), await readIn(nextFile, type), await readIn(file, type)];
  const keyring = (await readKeys(folder)).keyring;
  if (keyring.anchors[0] !== root.key.vkey) throw new ConfigurationFault(config.data, [configProblem('root-other')]);
  const last = await lastOf(keyring, role);
  // A rotation that was cut off after its statement: the statement is about the next key already.
  const isStated = last.key.vkey === next.key.vkey;
  if (!isStated && last.key.vkey !== now.key.vkey) throw new ConfigurationFault(file, [configProblem('root-states-other')]);
  if (!isStated && last.next !== fingerprint(next.key.vkey)) throw new ConfigurationFault(nextFile, [configProblem('not-committed')]);
  await makeKey(laterFile, next.key.name, type);
  if (!isStated) {
    const since = role === 'journal' ? await sizesOf(config) : {};
    const statement = await signNote(formatKeyStatement({ vkey: next.key.vkey, serial: last.serial + 1, next: fingerprint((await readSigner(laterFile, type)).key.vkey), since }), root);
    replace(join(folder, KEYRING), `${JSON.stringify({ ...keyring, statements: [...keyring.statements, statement] } satisfies Keyring, null, 2)}\n`);
  }
  const serial = isStated ? last.serial : last.serial + 1;
  if (now.key.vkey !== next.key.vkey) {
    // Files under way are still sealed for the old transport key; nothing else is ever wanted of an old secret.
    if (role === 'transport') {
      mkdirSync(join(folder, RETIRED), { recursive: true, mode: 0o700 });
      copyFileSync(file, join(folder, RETIRED, `${role}-${serial - 1}.key`));
    }
    replace(file, readFileSync(nextFile, 'utf8'));
  }
  renameSync(laterFile, nextFile);
  return { role, serial, vkey: next.key.vkey, fingerprint: fingerprint(next.key.vkey), before: fingerprint(now.key.vkey) };
}

/**
 * A new root for the keys in use, with new keys to follow them: where a next key, or the root, is lost or was seen by others. No
 * peer follows it by itself. Throws ConfigurationFault.
 */
export async function renewRoot(config: NodeConfig, rootFolder: string): Promise<void> {
  if (existsSync(join(rootFolder, 'root.key'))) throw new ConfigurationFault(rootFolder, [configProblem('root-there')]);
  const folder = join(config.data, 'keys');
  const keyring = join(folder, KEYRING);
  if (existsSync(keyring)) renameSync(keyring, join(folder, `keyring-${randomBytes(4).toString('hex')}.json`));
  await makeKeys(folder, config.party, config.cooperations.every(({ demo }) => demo), rootFolder);
}

const readIn = (file: string, type?: SignatureType): Promise<Signer> => readSigner(file, type).catch((error: unknown) => { throw new ConfigurationFault(file, [configProblem('key', { reason: error instanceof Error ? error.message : String(error) })]); });

async function lastOf({ anchors, statements }: Keyring, role: RotatingRole): Promise<KeyStatement> {
  const { keys } = await keyHistory({ anchors, statements, trusted: new Set(anchors.map((vkey) => fingerprint(vkey))) });
  const last = keys.flatMap(({ owner, statement }) => (statement && owner.role === role ? [statement] : [])).toSorted((a, b) => a.serial - b.serial).at(-1);
  if (!last) throw new ConfigurationFault(KEYRING, [configProblem('not-stated', { role })]);
  return last;
}

/** Throws DatabaseProblem while a node works on these data: it signs with the keys it read at its start. */
async function mustBeStopped(config: NodeConfig): Promise<void> {
  const target = targetOf(config);
  if ('directory' in target) lockDirectory(target.directory).release();
  else await (await openData(config, { serving: () => undefined })).close();
}

/** How far each of our journals is: from there on the new key signs. */
async function sizesOf(config: NodeConfig): Promise<Record<string, number>> {
  const database = await openData(config);
  try {
    const rows = await database.kysely.selectFrom('journal').select(['coop', 'audience', 'size']).where('party', '=', config.party).execute();
    return Object.fromEntries(config.cooperations.flatMap((cooperation) => (['home', 'joint', 'public'] as const).map((audience) =>
      [originOf(cooperation, config.party, audience), rows.find((row) => row.coop === cooperation.id && row.audience === audience)?.size ?? 0] as const)));
  } finally {
    await database.close();
  }
}

/** Written whole or not at all. */
function replace(file: string, text: string): void {
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, text, { mode: 0o600 });
  renameSync(beside, file);
}
