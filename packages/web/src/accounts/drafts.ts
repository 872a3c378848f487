import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Erased } from '@entente/kernel';
import type { Draft } from '../module.ts';
import { redacted } from './redact.ts';
import type { AccountTables } from './schema.ts';

/** Longest draft kept, in characters of JSON: a pasted text of 5 MiB with what was found in it. */
const LONGEST = 16 * 1024 * 1024;

/**
 * What a person typed and has not sent yet: account data, never an act. It may hold personal values, so it is kept sealed
 * (AES-256-GCM) under a key of the node.
 */
export function drafts(db: Kysely<AccountTables>, secret: string) {
  const key = createHmac('sha256', secret).update('entente drafts').digest();

  async function save(to: Kysely<AccountTables>, person: string, name: string, text: string): Promise<void> {
    const body = JSON.stringify({ $sealed: seal(key, `${person}/${name}`, text) });
    await sql`insert into draft (person, key, body, at) values (${person}, ${name}, ${body}::jsonb, now())
      on conflict (person, key) do update set body = excluded.body, at = excluded.at`.execute(to);
  }
  async function read(from: Kysely<AccountTables>, person: string, name: string): Promise<Draft | null> {
    const { rows } = await sql<{ body: unknown; at: Date }>`select body, at from draft where person = ${person} and key = ${name}`.execute(from);
    const [row] = rows;
    const body = row && unsealed(key, `${person}/${name}`, row.body);
    return row && body !== undefined ? { key: name, body, at: row.at.toISOString() } : null;
  }

  return {
    /** False when it is too long to keep. */
    async save(person: string, name: string, body: unknown): Promise<boolean> {
      const text = JSON.stringify(body);
      if (text.length > LONGEST) return false;
      await save(db, person, name, text);
      return true;
    },
    get: (person: string, name: string): Promise<Draft | null> => read(db, person, name),
    async list(person: string): Promise<readonly Omit<Draft, 'body'>[]> {
      const rows = await db.selectFrom('draft').select(['key', 'at']).where('person', '=', person).orderBy('at', 'desc').limit(100).execute();
      return rows.map((row) => ({ key: row.key, at: row.at.toISOString() }));
    },
    /** Digests, of files or of anything else, that some draft of anybody names. */
    async digests(): Promise<ReadonlySet<string>> {
      const found = new Set<string>();
      for (const { person, key: name } of await db.selectFrom('draft').select(['person', 'key']).execute()) {
        const draft = await read(db, person, name);
        for (const [digest] of `${name} ${JSON.stringify(draft?.body ?? null)}`.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gu)) found.add(digest);
      }
      return found;
    },
    async drop(person: string, name: string): Promise<void> {
      await db.deleteFrom('draft').where('person', '=', person).where('key', '=', name).execute();
    },
    /**
     * What was erased of a person goes out of every draft, in the transaction of the erasure: drafts and waiting acts about that
     * record go whole, and so do tables of its kind that were brought in; from all others the values are cut.
     */
    async forget(erased: Erased): Promise<void> {
      const { handle, record, kind, values } = erased;
      const within = handle as unknown as Kysely<AccountTables>;
      const cut = redacted(values);
      for (const { person, key: name } of await within.selectFrom('draft').select(['person', 'key']).execute()) {
        const [, ofKind, sha256 = ''] = /^table:([^:]+):([0-9a-f]{64})$/u.exec(name) ?? [];
        const draft = await read(within, person, name);
        if (!draft || ofKind === kind || name.includes(record) || writesOf(draft.body).includes(record)) {
          await within.deleteFrom('draft').where('person', '=', person).where('key', '=', name).execute();
          if (ofKind === kind) await erased.dropBlob(sha256);
          continue;
        }
        const [before, after] = [JSON.stringify(draft.body), JSON.stringify(cut(draft.body))];
        if (before !== after) await save(within, person, name, after);
      }
    },
  };
}

/** Records that an act which waits for approval would write. */
function writesOf(body: unknown): readonly unknown[] {
  if (typeof body !== 'object' || body === null || !('intents' in body)) return [];
  const intents = [body.intents, 'more' in body ? body.more : []].flat(2) as readonly { readonly verb?: unknown; readonly record?: unknown }[];
  return intents.filter(({ verb }) => verb === 'put' || verb === 'propose').map(({ record }) => record);
}

function seal(key: Uint8Array, place: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Undefined when it was sealed under another key. A draft of an older version lies open. */
function unsealed(key: Uint8Array, place: string, body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('$sealed' in body) || typeof body.$sealed !== 'string') return body;
  try {
    const bytes = Buffer.from(body.$sealed, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(12, 28));
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'));
  } catch {
    return undefined;
  }
}
