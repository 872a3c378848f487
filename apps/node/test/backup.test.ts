import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { inflateSync } from 'node:zlib';
import { join } from 'node:path';
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cooperation } from '@entente/example-vn-la';
import { engines } from '@entente/testing';
import { backUp, BackupFault, makeRecoveryKey, passphrase, recoveryIdentity, recoveryRecipient, restoreBackup } from '../src/backup/index.ts';
import { decryptWith, encryptTo, freshFileKey } from '../src/backup/age/index.ts';
import { scheduleBackups } from '../src/backup/schedule.ts';
import { readConfig, type NodeConfig } from '../src/config/index.ts';
import { openCore, startNode, type Core } from '../src/node.ts';
import { initNode } from '../src/setup.ts';
import { freePorts } from './demonstration.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-backup-'));
const quiet = () => undefined;
const key = makeRecoveryKey();
const [recipient, identity] = [recoveryRecipient(key.recipient)!, recoveryIdentity(key.secret)!];
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

async function* pieces(bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const all = async (parts: AsyncIterable<Uint8Array>): Promise<Buffer> => Buffer.concat(await Array.fromAsync(parts));
const faultOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'nothing', (error: unknown) => (error instanceof BackupFault ? error.id : String(error)));

describe('the encrypted file', () => {
  test('given what is encrypted, then the right secret opens it and no other; sizes at the edges of a chunk too', async () => {
    for (const size of [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]) {
      const plain = randomBytes(size);
      const file = await all(encryptTo([recipient, recoveryRecipient(makeRecoveryKey().recipient)!], freshFileKey(), pieces(plain, 777)));
      expect((await all(decryptWith(identity, pieces(file)))).equals(plain)).toBe(true);
    }
    const words = await all(encryptTo([passphrase('a quiet morning', 10)], freshFileKey(), pieces(randomBytes(99))));
    expect((await all(decryptWith(passphrase('a quiet morning'), pieces(words)))).length).toBe(99);
    expect(await faultOf(all(decryptWith(passphrase('a loud morning'), pieces(words))))).toBe('backup.wrong-secret');
    expect(await faultOf(all(decryptWith(recoveryIdentity(makeRecoveryKey().secret)!, pieces(words))))).toBe('backup.wrong-secret');
  });

  test('given a cut at any place, or a bit that flipped, then it is found and told apart', async () => {
    const file = await all(encryptTo([recipient], freshFileKey(), pieces(randomBytes(200_000))));
    const header = file.indexOf('\n---') + 48;
    for (const length of [1, 21, 60, header, header + 16, header + 17, header + 16 + 65_552, header + 16 + 65_553, file.length - 1]) {
      expect([length, await faultOf(all(decryptWith(identity, pieces(file.subarray(0, length)))))]).toEqual([length, 'backup.truncated']);
    }
    for (const [at, why] of [[3, 'backup.no-backup'], [header - 10, 'backup.damaged'], [header + 2_000, 'backup.damaged'], [file.length - 3, 'backup.truncated']] as const) {
      const wrong = Buffer.from(file);
      // Another letter of Base64, as the header is written: with any other it would be no header.
      wrong[at] = wrong[at] === 0x41 ? 0x42 : 0x41;
      expect([at, await faultOf(all(decryptWith(identity, pieces(wrong))))]).toEqual([at, why]);
    }
    expect(await faultOf(all(decryptWith(identity, pieces(Buffer.from('<!doctype html>')))))).toBe('backup.no-backup');
    expect(recoveryRecipient(key.recipient.replace(/.$/u, (letter) => (letter === 'q' ? 'p' : 'q')))).toBeNull();
  });

  test('given any header, or a true one with anything in it, then it is read or refused by name', async () => {
    const file = await all(encryptTo([recipient], freshFileKey(), pieces(Buffer.from('x'))));
    const piece = fc.constantFrom('-> X25519 ', '-> scrypt AAAAAAAAAAAAAAAAAAAAAA 63', '-> ', '\n', '--- ', '\n---', 'age-encryption.org/v1\n', '=', 'A'.repeat(64), 'A'.repeat(65), '\r\n', ' ', 'é', '\0');
    const near = fc.tuple(fc.nat(file.length), fc.nat(80), fc.array(piece, { maxLength: 3 })).map(([at, gone, put]) => Buffer.concat([file.subarray(0, at), Buffer.from(put.join('')), file.subarray(at + gone)]));
    const any = fc.array(piece, { maxLength: 20 }).map((put) => Buffer.from(`age-encryption.org/v1\n${put.join('')}`));
    await fc.assert(fc.asyncProperty(fc.oneof(near, any, fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes))), async (bytes) => {
      expect(['nothing', 'backup.no-backup', 'backup.wrong-secret', 'backup.truncated', 'backup.damaged']).toContain(await faultOf(all(decryptWith(identity, pieces(bytes)))));
    }), { numRuns: 300, seed: 21 });
  });

  const vectors = JSON.parse(readFileSync(new URL('./vectors/age.json', import.meta.url), 'utf8')) as {
    files: { name: string; expect: string; payload: string; identities: string[]; passphrases: string[]; packed: boolean; file: string }[];
  };
  test.each(vectors.files)('given the age test vector $name, then: $expect', async ({ expect: expected, payload, identities, passphrases, packed, file }) => {
    const openers = [...identities.map((text) => recoveryIdentity(text)!), ...passphrases.map((words) => passphrase(words))];
    const opener = { unwrap: (stanza: Parameters<(typeof openers)[number]['unwrap']>[0]) => openers.map((each) => each.unwrap(stanza)).find((each) => each !== null) ?? null };
    const bytes = Buffer.from(file, 'base64');
    const digest = createHash('sha256');
    const fault = await faultOf((async () => { for await (const part of decryptWith(opener, pieces(packed ? inflateSync(bytes) : bytes))) digest.update(part); })());
    const known = ['backup.no-backup', 'backup.wrong-secret', 'backup.truncated', 'backup.damaged'];
    expect([known.includes(fault), fault === 'nothing' && digest.digest('hex') === payload]).toEqual([expected !== 'success', expected === 'success']);
  });
});

describe.each(engines())('a node ($name)', { timeout: 180_000 }, (engine) => {
  const place = join(folder, engine.name);
  let config: NodeConfig;
  let data: Awaited<ReturnType<typeof engine.open>>;

  const write = async (core: Core, name: string): Promise<string> => {
    const result = await core.kernel.commit([{ verb: 'put', kind: 'person', content: { name: { en: name } } }], { coop: cooperation.id, by: { id: 'somebody', party: 'VN', roles: ['coordinator'], office: null } });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.value.records[0]?.record ?? '';
  };
  const inside = async <T>(of: NodeConfig, act: (core: Core) => Promise<T>): Promise<T> => {
    const core = await openCore(of, quiet);
    try { return await act(core); } finally { await core.close(); }
  };

  beforeAll(async () => {
    const file = join(folder, `${engine.name}.yaml`);
    writeFileSync(file, stringify(cooperation));
    const port = await freePorts();
    const made = await initNode({ folder: place, party: 'VN', cooperation: file, url: `http://127.0.0.1:${port}`, port });
    data = await engine.open();
    if ('url' in data) writeFileSync(made.config, stringify({ ...(parse(readFileSync(made.config, 'utf8')) as object), database: data.url, schema: data.schema }));
    config = readConfig(made.config);
    await inside(config, async (core) => {
      for (const name of ['Nguyễn Văn A', 'ທ້າວ ບຸນມີ', 'Somebody "quoted" \\ back']) await write(core, name);
      await core.kernel.blobs.put(randomBytes(2_500_000), 'application/pdf');
      const account = await core.accounts.add({ login: 'clerk', name: 'Clerk', password: 'a long enough password', roles: ['coordinator'] });
      if (account.ok) await core.accounts.drafts.save(account.value.id, 'x', { word: 'ສະບາຍດີ' });
    });
  });

  test('given a backup made while the node works, then it holds one moment, reads back, audits, and comes back whole', async () => {
    const node = await startNode(config, quiet);
    const file = join(folder, `${engine.name}-live.age`);
    let written = 0;
    const enough = new AbortController();
    const working = (async () => { for (; !enough.signal.aborted; written += 1) { await write(node.core, `Person ${written}`); await sleep(20); } })();
    const made = await backUp(config, file, [recipient]).catch(async (error: unknown) => { await node.stop(); throw error; }).finally(() => { enough.abort(); });
    await working;
    const before = await node.core.kernel.dump(cooperation.id);
    await node.stop();
    expect(made.audit?.faults).toEqual([]);
    const size = made.snapshot.journals[`${cooperation.id}/VN/joint`]!;
    expect(size).toBeGreaterThanOrEqual(3);
    expect(size).toBeLessThanOrEqual(3 + written);
    expect(readFileSync(file).includes('Nguy')).toBe(false);
    expect(readdirSync(join(config.data)).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(readdirSync(join(config.data, 'verify'))).toEqual([]);

    const back = join(folder, `${engine.name}-back`);
    const restored = await restoreBackup(file, { folder: back, opener: identity, database: 'embedded' });
    expect(restored.audit?.faults).toEqual([]);
    expect(restored.audit?.journals.find((each) => each.party === 'VN')?.leaves).toBe(size);
    await inside(readConfig(restored.config), async (core) => {
      expect((await core.kernel.journal(cooperation.id, 'VN', 'joint')).size).toBe(size);
      const account = await core.accounts.byLogin('clerk');
      expect(await core.accounts.isPassword(account!.id, 'a long enough password')).toBe(true);
      expect(await core.accounts.drafts.get(account!.id, 'x')).toMatchObject({ body: { word: 'ສະບາຍດີ' } });
      expect(await core.kernel.dump(cooperation.id)).toBe(size === 3 + written ? before : await core.kernel.dump(cooperation.id));
      // What was signed after the backup is not known here: nothing is signed until the peers have said.
      expect(await core.kernel.standing()).toMatchObject({ state: 'restored', because: 'no-high-water' });
      await expect(write(core, 'Afterwards')).rejects.toThrow('node.restored');
    });
    expect(statSync(join(back, 'data/keys/journal.key')).mode & 0o077).toBe(0);
  });

  test('given somebody who lives there, a wrong passphrase, a cut file or newer software, then it says so and nothing is touched', async () => {
    const file = join(folder, `${engine.name}-stopped.age`);
    await backUp(config, file, [passphrase('eleven letters', 10)], false);
    const into = join(folder, `${engine.name}-into`);
    const restore = (more: object = {}) => restoreBackup(file, { folder: into, opener: passphrase('eleven letters'), database: 'embedded' as const, ...more });
    const why = (work: Promise<unknown>) => work.then(() => 'nothing', (error: unknown) => (error instanceof BackupFault ? error.id : (error as { problem?: { id: string } }).problem?.id ?? String(error)));
    expect(await why(restore({ opener: passphrase('twelve letters') }))).toBe('backup.wrong-secret');
    const cut = join(folder, `${engine.name}-cut.age`);
    writeFileSync(cut, readFileSync(file));
    truncateSync(cut, statSync(file).size - 70_000);
    expect(await why(restoreBackup(cut, { folder: into, opener: passphrase('eleven letters'), database: 'embedded' }))).toBe('backup.truncated');
    expect(await why(restoreBackup(join(folder, 'nothing'), { folder: into, opener: identity }))).toBe('backup.no-file');
    expect(existsSync(into)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
    const over = () => why(restoreBackup(file, { folder: place, opener: passphrase('eleven letters') }));
    const node = await startNode(config, quiet);
    const living = await over();
    await node.stop();
    expect([living, await over()]).toEqual('url' in data ? ['restore.in-use', 'restore.in-use'] : ['restore.living', 'restore.there']);
    await restore({ verify: false });
    expect(await why(restore({ database: undefined }))).toBe('restore.there');
  });

  test('given the schedule of a configuration, then backups are made when due, read back, and so many kept', async () => {
    const backups = join(place, 'backups');
    const planned = { ...config, backup: { folder: 'backups', to: [key.recipient], at: '02:00', keep: 2, verify: true } };
    await inside(config, async ({ database }) => {
      let now = Temporal.Instant.from('2026-03-01T00:00:00Z');
      const checked: string[] = [];
      let faults = 0;
      const parts = { config: planned, database, log: quiet, clock: () => now, verify: (written: { file: string }) => { checked.push(written.file); return Promise.resolve(faults); } };
      const schedule = scheduleBackups(parts)!;
      expect(schedule.health()).toMatchObject({ last: null, next: '2026-03-01T00:01:00Z' });
      for (let day = 0; day < 4; day += 1) {
        await schedule.now();
        now = now.add({ hours: 24 });
      }
      expect(readdirSync(backups).filter((name) => name.endsWith('.age'))).toEqual(['entente-VN-20260303T000000Z.age', 'entente-VN-20260304T000000Z.age']);
      expect(checked.length).toBe(4);
      expect(schedule.health()).toMatchObject({ last: { at: '2026-03-04T00:00:00Z', verified: true }, next: '2026-03-04T19:00:00Z', fault: null });
      faults = 2;
      await schedule.now();
      expect(schedule.health()).toMatchObject({ last: { at: '2026-03-04T00:00:00Z' }, fault: { id: 'backup.audit', since: '2026-03-05T00:00:00Z' } });
      await schedule.stop();
      // A node that starts again knows of the last one.
      const again = scheduleBackups(parts)!;
      expect(again.health().last?.at).toBe('2026-03-04T00:00:00Z');
      await again.stop();
    });
    expect((await restoreBackup(join(backups, 'entente-VN-20260304T000000Z.age'), { folder: join(folder, `${engine.name}-scheduled`), opener: identity, database: 'embedded', verify: false })).rows).toBeGreaterThan(10);
  });
});
