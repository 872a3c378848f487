/** The keys of the peers as they are now: those of the configuration, and what followed them by the peers' own stated rule (decision 0025). */
import { fingerprint, keyHistory, parseKeyStatement, parseNote, parseVerifierKey, publicKeyFault, type KeyStatement, type VerifierKey } from '@entente/verify';
import type { NodeConfig } from './config/index.ts';
import { cosignersOf, peerKeysOf, transportKeysOf } from './data.ts';

type ByParty = Record<string, readonly VerifierKey[]>;
type Role = 'journal' | 'cosigner' | 'transport';

/** Read anew whenever it is asked: keys change while a node runs. */
export interface PeerRing {
  /** The key of today, then those before it that still count for what they signed in their time. */
  readonly journals: ByParty;
  readonly cosigners: ByParty;
  readonly transports: ByParty;
  /** Cosigner keys of earlier times: for an audit. */
  readonly formerCosigners: ByParty;
  /** Whether a journal's key signs a journal of this size. */
  readonly inForce: (key: VerifierKey, origin: string, size: number) => boolean;
  /** Follows the roots of the peers as far as these statements go. Answers what changed. */
  follow(statements: readonly string[]): Promise<readonly { readonly party: string; readonly role: Role; readonly fingerprint: string }[]>;
}

/** `own`: what our own root states. */
export function peerRing(config: Pick<NodeConfig, 'peers'>, own: readonly string[] = []): PeerRing {
  const [journals, cosigners, transports, formerCosigners]: [ByParty, ByParty, ByParty, ByParty] = [{ ...peerKeysOf(config) }, { ...cosignersOf(config) }, { ...transportKeysOf(config) }, {}];
  /** Where the key after a journal's key begins, by the text of the key and the journal's origin. */
  const ends = new Map<string, Readonly<Record<string, number>>>();
  const ours = own.flatMap((source) => statementOf(source)).filter(({ owner }) => owner.role === 'journal').toSorted((a, b) => a.serial - b.serial);
  for (const [at, { key }] of ours.entries()) if (ours[at + 1]) ends.set(key.vkey, ours[at + 1]?.since ?? {});
  // One object for one key, whenever it was read: signatures are told apart by it.
  const objects = new Map([journals, cosigners, transports].flatMap((each) => Object.values(each).flat()).map((key) => [key.vkey, key]));
  const one = (key: VerifierKey): VerifierKey => {
    const known = objects.get(key.vkey) ?? key;
    objects.set(key.vkey, known);
    return known;
  };

  function enter(party: string, role: Role, chain: readonly KeyStatement[]): boolean {
    const keys = chain.map(({ key }) => one(key)).toReversed();
    const [first, ...rest] = keys;
    if (!first) return false;
    const of = { journal: journals, cosigner: cosigners, transport: transports }[role];
    const isNew = of[party]?.[0]?.vkey !== first.vkey;
    of[party] = role === 'journal' ? keys : [first];
    if (role === 'cosigner') formerCosigners[party] = rest;
    for (const [at, { key }] of chain.entries()) if (role === 'journal' && chain[at + 1]) ends.set(key.vkey, chain[at + 1]?.since ?? {});
    return isNew;
  }

  return {
    journals, cosigners, transports, formerCosigners,
    // Of two that both signed at the size where one follows the other, both count: nothing was added between.
    inForce: (key, origin, size) => (ends.get(key.vkey)?.[origin] ?? (ends.has(key.vkey) ? -1 : Infinity)) >= size,
    async follow(statements) {
      const changed: { party: string; role: Role; fingerprint: string }[] = [];
      for (const peer of config.peers) {
        if (peer.root === undefined) continue;
        for (const role of ['journal', 'cosigner', 'transport'] as const) {
          const chain = await chainFrom(peer[role], role, peer.root, statements);
          const last = chain.at(-1);
          if (last && enter(peer.party, role, chain)) changed.push({ party: peer.party, role, fingerprint: fingerprint(last.key.vkey) });
        }
      }
      return changed;
    },
  };
}

/** What a note says of a key; nothing when it says none. Whether it is signed is another question. */
export function statementOf(source: string): readonly KeyStatement[] {
  const note = parseNote(source);
  const statement = note.ok ? parseKeyStatement(note.value.text) : note;
  return statement.ok ? [statement.value] : [];
}

/**
 * The keys of a role from the configured one on: each stated by the root, and committed to by the one before it. What nobody had
 * committed to is a matter for people.
 */
async function chainFrom(configured: string | undefined, role: Role, root: string, statements: readonly string[]): Promise<readonly KeyStatement[]> {
  const parsed = parseVerifierKey(root);
  if (configured === undefined || !parsed.ok || publicKeyFault(parsed.value.publicKey)) return [];
  const { keys } = await keyHistory({ anchors: [root], statements, trusted: new Set([fingerprint(root)]) });
  const stated = keys.flatMap(({ owner, statement }) => (statement && owner.role === role ? [statement] : [])).toSorted((a, b) => a.serial - b.serial);
  const at = stated.findIndex(({ key }) => key.vkey === configured);
  const broken = at < 0 ? -1 : stated.findIndex(({ serial, next }, place) => place >= at && (next === null || stated[place + 1]?.serial !== serial + 1));
  // Those before the configured one count for what they signed, too.
  return at < 0 ? [] : stated.slice(0, broken < 0 ? undefined : broken + 1);
}
