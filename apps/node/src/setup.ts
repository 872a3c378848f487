/** Setting up a node for real use: its folder, its keys, its people, its peers. Each step can be done again without harm. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import { fingerprint } from '@entente/verify';
import type { Problem, Role } from '@entente/kernel';
import { cooperationShape, nodeShape, peerShape, type NodeFile, type PeerConfig } from './config/shape.ts';
import { configProblem, ConfigurationFault } from './config/fault.ts';
import { explainIssue } from './config/explain.ts';
import { readConfig, readShape, withoutParty } from './config/read.ts';
import { log } from './log.ts';
import { makeKeys, readKeys, transportKeyOf } from './keys.ts';
import { openCore } from './node.ts';

export interface InitOptions {
  readonly folder: string;
  readonly party: string;
  /** Cooperation file, as agreed by the parties. */
  readonly cooperation: string;
  readonly url: string;
  readonly port: number;
  readonly database?: string;
}

/** What the other side needs of this node: told by telephone or on paper, and compared. */
export interface Identity {
  readonly config: string;
  readonly party: string;
  readonly url: string;
  readonly keys: readonly { readonly role: 'root' | 'journal' | 'cosigner' | 'transport'; readonly vkey: string; readonly fingerprint: string }[];
}

/** Makes a node's folder with keys and configuration. A configuration that is there is never overwritten. Throws ConfigurationFault. */
export async function initNode(options: InitOptions): Promise<Identity> {
  const folder = resolve(options.folder);
  const config = join(folder, 'node.yaml');
  if (existsSync(config)) throw new ConfigurationFault(config, [configProblem('exists')]);
  const cooperation = readShape(resolve(options.cooperation), cooperationShape);
  const stranger = withoutParty(cooperation, options.party);
  if (stranger.length > 0) throw new ConfigurationFault(options.cooperation, stranger);
  const file: NodeFile = {
    party: options.party, cooperations: [basename(options.cooperation)], listen: { host: '127.0.0.1', port: options.port }, url: options.url, data: 'data', peers: [], maps: [], approvals: [], retired: [], pull: 15, demo: cooperation.demo,
    ...(options.database === undefined ? {} : { database: options.database }),
  };
  const checked = nodeShape.safeParse(file);
  if (!checked.success) throw new ConfigurationFault(config, checked.error.issues.flatMap((issue) => explainIssue(issue, nodeShape, file)));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const beside = join(folder, basename(options.cooperation));
  if (resolve(options.cooperation) !== beside) copyFileSync(options.cooperation, beside);
  await makeKeys(join(folder, 'data', 'keys'), options.party, cooperation.demo, ...(cooperation.demo ? [] : [join(folder, 'root')]));
  writeFileSync(config, stringify(file), { flag: 'wx' });
  return identityOf(config);
}

/** A node's public keys and their fingerprints, from its configuration. */
export async function identityOf(config: string): Promise<Identity> {
  const { party, url, data } = readConfig(config);
  const keys = await readKeys(join(data, 'keys'));
  return {
    config, party, url,
    keys: ([['root', keys.keyring.anchors[0]], ['journal', keys.journal.key.vkey], ['cosigner', keys.cosigner?.key.vkey], ['transport', keys.transport.vkey]] as const)
      .flatMap(([role, vkey]) => (vkey === undefined ? [] : [{ role, vkey, fingerprint: fingerprint(vkey) }])),
  };
}

/**
 * Adds another party's node to a configuration, or replaces what was said of it: keys it had before are kept as retired.
 * Comments in the file stay. Throws ConfigurationFault.
 */
export function addPeer(config: string, peer: PeerConfig): void {
  const checked = peerShape.safeParse(peer);
  if (!checked.success) throw new ConfigurationFault(config, checked.error.issues.flatMap((issue) => explainIssue(issue, peerShape, peer)));
  try {
    transportKeyOf(peer.transport);
    for (const vkey of [peer.journal, peer.cosigner, peer.root]) if (vkey !== undefined) transportKeyOf(vkey);
  } catch (error) {
    throw new ConfigurationFault(config, [configProblem('key', { reason: error instanceof Error ? error.message : String(error) })]);
  }
  const known = readConfig(config);
  const document = parseDocument(readFileSync(config, 'utf8'));
  const before = known.peers.find((each) => each.party === peer.party);
  const retired = [...new Set([...(before?.retired ?? []), before?.journal, before?.cosigner])].filter((vkey) => vkey !== undefined && vkey !== peer.journal && vkey !== peer.cosigner);
  document.set('peers', document.createNode([...known.peers.filter((each) => each.party !== peer.party), { ...peer, ...(retired.length > 0 ? { retired } : {}) }]));
  const beside = `${config}.${process.pid}.new`;
  writeFileSync(beside, document.toString());
  renameSync(beside, config);
  readConfig(config);
}

export interface NewPerson { readonly login: string; readonly name: string; readonly password: string; readonly roles: readonly Role[] }

/** Adds a person to a node that is not running, or answers what is wrong with what was given. */
export async function addAccount(config: string, person: NewPerson): Promise<readonly Problem[]> {
  const core = await openCore(readConfig(config), log);
  try {
    const added = await core.accounts.add(person);
    return added.ok ? [] : added.problems;
  } finally {
    await core.close();
  }
}
