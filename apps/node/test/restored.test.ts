/** A node whose data were put back from an older copy, as its people meet it: over HTTP, on both engines. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engines, postgresPrograms } from '@entente/testing';
import { stringify } from 'yaml';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cooperation as example } from '@entente/example-vn-la';
import { runCli, freePorts } from './demonstration.ts';
import { eventually } from './eventually.ts';
import { readConfig, type NodeConfig } from '../src/config/index.ts';
import { startNode, type RunningNode } from '../src/node.ts';
import { addPeer, identityOf, initNode } from '../src/setup.ts';

const [VN, LA] = example.parties;
const third = { ...LA!, id: 'KH', name: { en: 'Third' }, short: { en: 'Third' } };
const PASSWORD = 'a long enough password';

for (const engine of engines()) {
  describe(`an old copy put back (${engine.name})`, { timeout: 400_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-restored-'));
    const configs = new Map<string, NodeConfig>();
    const running = new Map<string, RunningNode>();
    beforeAll(async () => {
      const file = join(folder, 'cooperation.yaml');
      writeFileSync(file, stringify({ ...example, parties: [VN, LA, third] }));
      const port = await freePorts();
      for (const [at, party] of ['VN', 'LA', 'KH'].entries()) await initNode({ folder: join(folder, party), party, cooperation: file, url: `http://127.0.0.1:${port + at * 2}`, port: port + at * 2 });
      for (const party of ['VN', 'LA', 'KH']) {
        for (const other of ['VN', 'LA', 'KH'].filter((each) => each !== party)) {
          const identity = await identityOf(join(folder, other, 'node.yaml'));
          const key = (role: string) => identity.keys.find((each) => each.role === role)!.vkey;
          addPeer(join(folder, party, 'node.yaml'), { party: other, url: identity.url, journal: key('journal'), transport: key('transport'), cosigner: key('cosigner'), root: key('root') });
        }
        const target = await engine.open();
        configs.set(party, { ...readConfig(join(folder, party, 'node.yaml')), pull: 0.3, ...('url' in target ? { database: target.url, schema: target.schema } : {}) });
      }
    }, 120_000);
    afterEach(async () => { for (const party of ['VN', 'LA', 'KH']) await stop(party); });
    afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

    const start = async (party: string): Promise<RunningNode> => {
      const node = await startNode(configs.get(party)!, () => undefined);
      running.set(party, node);
      return node;
    };
    const stop = async (party: string): Promise<void> => {
      await running.get(party)?.stop();
      running.delete(party);
    };
    const write = (node: RunningNode, name: string) =>
      node.core.kernel.commit([{ verb: 'put', kind: 'person', content: { name: { en: name } } }], { coop: example.id, by: { id: 'somebody', party: node.core.config.party, roles: ['coordinator'], office: null } });
    const sizeOf = async (node: RunningNode, party: string) => (await node.core.kernel.journal(example.id, party, 'joint')).size;
    const level = (party: string, size: number) => eventually(async () => { for (const node of running.values()) expect(await sizeOf(node, party)).toBe(size); }, 60_000);
    const statusOf = async (node: RunningNode): Promise<unknown> => ((await (await fetch(`${node.url}/healthz`)).json()) as { status: unknown }).status;
    /** The database as a backup would have it: a folder, or a dump of the schema. */
    const database = {
      save(name: string) {
        const { data, database: url, schema = '' } = configs.get('VN')!;
        if (url === undefined) cpSync(join(data, 'database'), join(folder, name), { recursive: true });
        else execFileSync(join(postgresPrograms() ?? '', 'pg_dump'), ['-n', schema, '-f', join(folder, name), url]);
      },
      putBack(name: string) {
        const { data, database: url, schema = '' } = configs.get('VN')!;
        if (url === undefined) {
          rmSync(join(data, 'database'), { recursive: true });
          cpSync(join(folder, name), join(data, 'database'), { recursive: true });
          return;
        }
        execFileSync(join(postgresPrograms() ?? '', 'psql'), ['-q', '-v', 'ON_ERROR_STOP=1', '-c', `drop schema ${schema} cascade`, '-f', join(folder, name), url], { stdio: 'pipe' });
      },
    };
    const signIn = async (node: RunningNode, login: string): Promise<(path: string, form?: Readonly<Record<string, string>>) => Promise<Response>> => {
      const answer = await fetch(`${node.url}/sign-in`, { method: 'POST', redirect: 'manual', headers: { origin: node.url }, body: new URLSearchParams({ login, password: PASSWORD, to: '/' }) });
      const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
      return (path, form) => fetch(`${node.url}${path}`, { redirect: 'manual', headers: { cookie, origin: node.url }, ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}) });
    };

    test('the node says so on every page in three languages, learns from every peer, and goes on; a peer gone for good is excused', async () => {
      let vn = await start('VN');
      const added = await vn.core.accounts.add({ login: 'admin', name: 'Admin', password: PASSWORD, roles: ['administrator', 'coordinator'] });
      if (!added.ok) throw new Error('no account');
      const { secret } = await vn.core.accounts.tokens.create(added.value.id, 'x');
      await start('LA');
      await start('KH');
      expect((await write(vn, 'One')).ok).toBe(true);
      await level('VN', 1);
      await stop('VN');
      database.save('monday');
      vn = await start('VN');
      for (const name of ['Two', 'Three']) expect((await write(vn, name)).ok).toBe(true);
      await level('VN', 3);
      await stop('VN');
      await stop('KH');

      database.putBack('monday');
      vn = await start('VN');
      await eventually(async () => { expect(await sizeOf(vn, 'VN')).toBe(3); }, 60_000);
      expect(await statusOf(vn)).toBe('restored');
      expect(await write(vn, 'No')).toMatchObject({ ok: false, problems: [{ id: 'node.restored' }] });
      const browser = await signIn(vn, 'admin');
      for (const [lang, said] of [['vi', 'đã được khôi phục từ một bản cũ'], ['lo', 'ຖືກກູ້ຄືນຈາກສະບັບເກົ່າ'], ['en', 'was restored from an older copy of its data']]) {
        for (const path of ['/', '/changes', '/sign-in', '/nowhere', '/administration/peers']) expect(await (await browser(`${path}?lang=${lang}`)).text()).toContain(said);
      }
      const page = await (await browser('/administration/peers?lang=en')).text();
      for (const said of ['had signed more acts than its database holds now', 'Still waits for the copy held by', 'Third', 'A peer that is gone for good']) expect(page).toContain(said);
      expect((await browser('/administration/peers/excuse', { party: 'KH', reason: ' ' })).status).toBe(422);
      const cli = await runCli(['excuse', 'KH', '--reason', 'Dissolved in 2027'], { ENTENTE_URL: vn.url, ENTENTE_TOKEN: secret });
      expect([cli.code, cli.err, cli.out.trim()]).toEqual([0, '', 'The node works as usual.']);
      expect(await statusOf(vn)).not.toBe('restored');
      expect(await (await browser('/?lang=en')).text()).not.toContain('was restored');
      expect((await write(vn, 'Goes on')).ok).toBe(true);
      await level('VN', 5);
      await start('KH');
      await level('VN', 5);
      for (const node of running.values()) expect(await node.core.kernel.accusations(example.id)).toEqual([]);
      const audit = await runCli(['audit'], { ENTENTE_URL: vn.url, ENTENTE_TOKEN: secret });
      expect([audit.code, audit.err]).toEqual([0, '']);
      expect(audit.out).toContain('Nothing is wrong');
    });

    test('an old copy of the whole data folder, with its old high-water file, is told by the peers before anything is signed', async () => {
      const { data } = configs.get('VN')!;
      let vn = await start('VN');
      await start('LA');
      await start('KH');
      const before = await sizeOf(vn, 'VN');
      await stop('VN');
      database.save('tuesday');
      cpSync(join(data, 'high-water.json'), join(folder, 'tuesday.json'));
      vn = await start('VN');
      expect((await write(vn, 'After the backup')).ok).toBe(true);
      await level('VN', before + 1);
      await stop('VN');
      await stop('KH');
      database.putBack('tuesday');
      cpSync(join(folder, 'tuesday.json'), join(data, 'high-water.json'));
      vn = await start('VN');
      expect(await vn.core.kernel.standing()).toMatchObject({ state: 'restored', because: 'peer-ahead' });
      await start('KH');
      await eventually(async () => { expect(await vn.core.kernel.standing()).toMatchObject({ state: 'ok' }); }, 60_000);
      expect((await write(vn, 'Goes on')).ok).toBe(true);
      await level('VN', before + 2);
    });
  });
}
