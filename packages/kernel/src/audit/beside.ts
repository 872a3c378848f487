/** What stands beside the journals: blobs, personal values, and the records made from the acts. */
import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import type { Database } from '../database/index.ts';
import { unseal } from '../personal/seal.ts';
import { dumpOf } from '../rebuild/dump.ts';
import { makeAllFindable } from '../project/index.ts';
import { rebuildAll } from '../rebuild/rebuild.ts';
import { run, type Handle } from '../store/index.ts';
import { writing } from '../transaction.ts';
import type { Faults } from './report.ts';

export async function auditBlobs(handle: Handle, faults: Faults, told: (done: number) => void): Promise<number> {
  let [after, done] = ['', 0];
  for (;;) {
    const [blob] = await run<{ sha256: string; size: number }>(handle, 'select sha256, size from blob where sha256 > $1 order by sha256 limit 1', [after]);
    if (!blob) return done;
    const hash = createHash('sha256');
    let size = 0;
    for (let n = 0; ; n += 1) {
      const [part] = await run<{ bytes: Uint8Array }>(handle, 'select bytes from blob_part where sha256 = $1 order by n offset $2 limit 1', [blob.sha256, n]);
      if (!part) break;
      hash.update(part.bytes);
      size += part.bytes.length;
    }
    if (size !== blob.size || hash.digest('hex') !== blob.sha256) faults.add('audit.blob', '', { sha256: blob.sha256 });
    after = blob.sha256;
    told((done += 1));
  }
}

/** Each personal value must open under the node's key and be the one its commitment names. */
export async function auditPersonal(handle: Handle, nodeKey: Uint8Array, faults: Faults, told: (done: number) => void): Promise<number> {
  let [coop, commitment, done] = ['', '', 0];
  for (;;) {
    const rows = await run<{ coop: string; commitment: string; sealed: Uint8Array }>(handle, 'select coop, commitment, sealed from personal where (coop, commitment) > ($1, $2) order by coop, commitment limit 500', [coop, commitment]);
    for (const row of rows) if (!unseal(nodeKey, row.coop, row.commitment, row.sealed)) faults.add('audit.personal', row.coop, { commitment: row.commitment });
    told((done += rows.length));
    const last = rows.at(-1);
    if (!last) return done;
    ({ coop, commitment } = last);
  }
}

class PutBack extends Error {}

/** Makes the records again from the acts and compares them with those that are shown; what it made is put back. Writers wait for it. */
export async function auditRecords(database: Database, context: Context, faults: Faults): Promise<void> {
  const coop = context.cooperation.id;
  let [live, again] = ['', ''];
  try {
    await writing(database, context, async (work, journals) => {
      await makeAllFindable(work.handle, context);
      live = await dumpOf(work.handle, coop);
      await rebuildAll(work, journals);
      again = await dumpOf(work.handle, coop);
      throw new PutBack();
    });
  } catch (error) {
    if (!(error instanceof PutBack)) throw error;
  }
  if (live === again) return;
  const [before, after] = [live, again].map((text) => JSON.parse(text) as Readonly<Record<string, readonly unknown[]>>) as [Readonly<Record<string, readonly unknown[]>>, Readonly<Record<string, readonly unknown[]>>];
  for (const part of Object.keys(before)) {
    const [shown, due] = [before, after].map((side) => new Set((side[part] ?? []).map((each) => JSON.stringify(each)))) as [Set<string>, Set<string>];
    // A record that is both shown and due otherwise is one fault.
    for (const record of new Set([...shown.difference(due), ...due.difference(shown)].map(nameIn))) faults.add('audit.record', coop, { part, record });
  }
}

function nameIn(row: string): string {
  const { id, record } = JSON.parse(row) as { id?: string; record?: string };
  return id ?? record ?? '?';
}
