import { parseVerifierKey, type VerifierKey } from '../note/index.ts';
import { bad, good, type Outcome } from '../outcome.ts';
import { keyOwner, type KeyOwner } from './name.ts';
import { publicKeyFault, type PublicKeyFault } from './public-key.ts';

/**
 * What a party's root says of one of the party's keys, as the text of a signed note: which key comes into force, the how
 * many-eth of its role, which one will follow it, and from which sizes on it signs the party's journals. Sizes and not dates:
 * time is evidence, never order.
 */
export interface KeyStatement {
  readonly key: VerifierKey;
  readonly owner: KeyOwner;
  /** 0 for the first key of the role, then one more each time. */
  readonly serial: number;
  /** Fingerprint of the key that will follow, committed in advance; null when left open. */
  readonly next: string | null;
  /** Journal size, by origin, from which on this key signs and its predecessor no longer does. */
  readonly since: Readonly<Record<string, number>>;
}

export type StatementFault = 'malformed' | PublicKeyFault;

const HEADER = 'entente/key/v1';
const LINES = /^entente\/key\/v1\n(?<vkey>.+)\nserial (?<serial>0|[1-9]\d{0,5})\nnext (?<next>none|[0-9a-f]{64})\n(?<since>(?:since [^ \n]+ (?:0|[1-9]\d{0,15})\n)*)$/u;

/** The text that the root signs. */
export function formatKeyStatement({ vkey, serial, next, since = {} }: { readonly vkey: string; readonly serial: number; readonly next: string | null; readonly since?: Readonly<Record<string, number>> }): string {
  const sizes = Object.entries(since).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([origin, size]) => `since ${origin} ${size}\n`);
  const text = `${HEADER}\n${vkey}\nserial ${serial}\nnext ${next ?? 'none'}\n${sizes.join('')}`;
  if (!parseKeyStatement(text).ok) throw new TypeError('this is no statement about a key of a party');
  return text;
}

/** Reads the text of a statement; keys that must not be registered are refused here. */
export function parseKeyStatement(text: string): Outcome<KeyStatement, StatementFault> {
  const groups = LINES.exec(text)?.groups;
  const key = parseVerifierKey(groups?.['vkey'] ?? '');
  const owner = key.ok ? keyOwner(key.value.name) : null;
  if (!groups || !key.ok || !owner) return bad('malformed');
  const fault = publicKeyFault(key.value.publicKey);
  if (fault) return bad(fault);
  const since = (groups['since'] ?? '').split('\n').filter(Boolean).map((line) => line.split(' ')).map(([, origin = '', size]) => [origin, Number(size)] as const);
  const next = groups['next'] === 'none' ? null : groups['next']!;
  return good({ key: key.value, owner, serial: Number(groups['serial']), next, since: Object.fromEntries(since) });
}
