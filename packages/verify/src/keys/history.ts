import { parseNote, parseVerifierKey, verifyNote, type Note, type VerifierKey } from '../note/index.ts';
import { fingerprint } from './fingerprint.ts';
import { keyOwner, type KeyOwner } from './name.ts';
import { publicKeyFault } from './public-key.ts';
import { parseKeyStatement, type KeyStatement } from './statement.ts';

/** A key with what is known of it. */
export interface KnownKey {
  readonly key: VerifierKey;
  readonly owner: KeyOwner;
  readonly fingerprint: string;
  /** Whether its fingerprint was given as trusted, or a trusted root speaks for it. */
  readonly isTrusted: boolean;
  /** What a root said of it; null for a key that stands by its own fingerprint. */
  readonly statement: KeyStatement | null;
}

/**
 * `unreadable`; `unsigned`, no root of the same party signed it; `gap`, the statement before it is missing; `not-committed`,
 * the key before it had committed to another; `contradicted`, the root said two different things under one number.
 */
export type HistoryFault = 'unreadable' | 'unsigned' | 'gap' | 'not-committed' | 'contradicted';

export interface KeyHistory {
  readonly keys: readonly KnownKey[];
  /** Anchors and statements that count for nothing, by their place. */
  readonly faults: readonly { readonly of: 'anchor' | 'statement'; readonly at: number; readonly reason: HistoryFault }[];
}

/**
 * Works out which keys a party has had, from keys that stand by their fingerprint (`anchors`: roots, or in a small set-up the
 * journals' own keys) and from statements that roots signed. A key is trusted when its fingerprint is, or when a trusted root
 * states it; without trusted fingerprints everything is only as good as the bundle it came in.
 */
export async function keyHistory({ anchors, statements, trusted }: { readonly anchors: readonly string[]; readonly statements: readonly string[]; readonly trusted: ReadonlySet<string> }): Promise<KeyHistory> {
  const faults: KeyHistory['faults'][number][] = [];
  const keys = new Map<string, KnownKey>();
  for (const [at, vkey] of anchors.entries()) {
    const anchor = readAnchor(vkey, trusted);
    if (anchor) keys.set(vkey, anchor);
    else faults.push({ of: 'anchor', at, reason: 'unreadable' });
  }
  const read = statements.map((source, at) => ({ at, ...readStatement(source) }));
  for (const { at } of read.filter(({ statement }) => statement === undefined)) faults.push({ of: 'statement', at, reason: 'unreadable' });

  // A root may be stated by the root before it, and a statement needs the one before it: go on until nothing new is believed.
  let waiting = read.filter((each): each is typeof each & Readable => each.statement !== undefined).toSorted((a, b) => a.statement.serial - b.statement.serial);
  for (let before = -1; before !== waiting.length;) {
    before = waiting.length;
    const left: typeof waiting = [];
    for (const each of waiting) {
      const root = await rootThatSigned(each, [...keys.values()]);
      const fault = root ? chainFault(each.statement, [...keys.values()]) : 'unsigned';
      if (fault === 'unsigned' || fault === 'gap') left.push(each);
      else if (fault) faults.push({ of: 'statement', at: each.at, reason: fault });
      else believe(keys, each.statement, root!, trusted);
    }
    waiting = left;
  }
  for (const each of waiting) faults.push({ of: 'statement', at: each.at, reason: await rootThatSigned(each, [...keys.values()]) ? 'gap' : 'unsigned' });
  return { keys: [...keys.values()], faults };
}

interface Readable { readonly note: Note; readonly statement: KeyStatement }

function readAnchor(vkey: string, trusted: ReadonlySet<string>): KnownKey | null {
  const key = parseVerifierKey(vkey);
  const owner = key.ok ? keyOwner(key.value.name) : null;
  if (!key.ok || !owner || publicKeyFault(key.value.publicKey)) return null;
  const print = fingerprint(vkey);
  return { key: key.value, owner, fingerprint: print, isTrusted: trusted.has(print), statement: null };
}

function readStatement(source: string): Partial<Readable> {
  const note = parseNote(source);
  const statement = note.ok ? parseKeyStatement(note.value.text) : note;
  return note.ok && statement.ok ? { note: note.value, statement: statement.value } : {};
}

/** The root of the key's own party that signed the statement, a trusted one before any other. */
async function rootThatSigned({ note, statement }: Readable, known: readonly KnownKey[]): Promise<KnownKey | null> {
  const roots = known.filter(({ owner }) => owner.role === 'root' && owner.party === statement.owner.party && owner.prefix === statement.owner.prefix);
  const signed = await verifyNote(note, roots.map(({ key }) => key));
  const signers = signed.ok ? roots.filter(({ key }) => signed.value.some((each) => each.key === key)) : [];
  return signers.find(({ isTrusted }) => isTrusted) ?? signers[0] ?? null;
}

/** What is wrong with a statement in view of those already believed. */
function chainFault(statement: KeyStatement, known: readonly KnownKey[]): Exclude<HistoryFault, 'unreadable' | 'unsigned'> | null {
  const { party, prefix, role } = statement.owner;
  const ofRole = known.flatMap(({ owner, statement: other }) => (other && owner.role === role && owner.party === party && owner.prefix === prefix ? [other] : []));
  if (ofRole.some(({ serial, key, next }) => serial === statement.serial && (key.vkey !== statement.key.vkey || next !== statement.next))) return 'contradicted';
  if (statement.serial === 0) return null;
  const before = ofRole.find(({ serial }) => serial === statement.serial - 1);
  if (!before) return 'gap';
  return before.next !== null && before.next !== fingerprint(statement.key.vkey) ? 'not-committed' : null;
}

function believe(keys: Map<string, KnownKey>, statement: KeyStatement, root: KnownKey, trusted: ReadonlySet<string>): void {
  const { vkey } = statement.key;
  const known = keys.get(vkey);
  const print = fingerprint(vkey);
  const isTrusted = root.isTrusted || known?.isTrusted === true || trusted.has(print);
  keys.set(vkey, { key: known?.key ?? statement.key, owner: statement.owner, fingerprint: print, isTrusted, statement });
}
