/** Separate keys for separate roles (protocol.md section 4). */
export type KeyRole = 'root' | 'journal' | 'cosigner' | 'transport';

/** Whose key it is and for what: said in its name, which its fingerprint covers. */
export interface KeyOwner {
  /** What stands before the party, e.g. `demo`; keys of one party share it. */
  readonly prefix: string;
  readonly party: string;
  readonly role: KeyRole;
}

/** Reads a key's name, `[prefix/]party/role`; null for any other. */
export function keyOwner(name: string): KeyOwner | null {
  const match = /^(?:(.+)\/)?([^/]+)\/(root|journal|cosigner|transport)$/u.exec(name);
  return match ? { prefix: match[1] ?? '', party: match[2]!, role: match[3] as KeyRole } : null;
}

/** A journal as its origin line names it. */
export interface JournalName {
  readonly isDemo: boolean;
  readonly cooperation: string;
  readonly party: string;
  readonly audience: string;
}

/** Reads an origin line, `entente/[demo/]cooperation/party/audience` (protocol.md section 1); null for any other. */
export function journalName(origin: string): JournalName | null {
  const match = /^entente\/(demo\/)?([^/]+)\/([^/]+)\/([^/]+)$/u.exec(origin);
  return match ? { isDemo: match[1] !== undefined, cooperation: match[2]!, party: match[3]!, audience: match[4]! } : null;
}
