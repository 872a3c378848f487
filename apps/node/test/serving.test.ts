/** Processes over one PostgreSQL database, as an administrator meets them: one node serves, commands work beside it (docs/decisions/0031). */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engines } from '@entente/testing';
import { stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cooperation } from '@entente/example-vn-la';
import { addPeer, identityOf, initNode } from '../src/setup.ts';
import { freePorts, ROOT, runCli } from './demonstration.ts';

const server = engines().find((engine) => engine.name === 'PostgreSQL');

// A dozen processes, one after another: on a machine that does much else each start takes its time.
describe.skipIf(!server)('a database of a server', { timeout: 900_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-serving-'));
  const running: ChildProcess[] = [];
  const configs = { VN: '', LA: '' };
  beforeAll(async () => {
    const file = join(folder, 'cooperation.yaml');
    writeFileSync(file, stringify(cooperation));
    const port = await freePorts();
    for (const [at, party] of (['VN', 'LA'] as const).entries()) {
      const { config } = await initNode({ folder: join(folder, party), party, cooperation: file, url: `http://127.0.0.1:${port + at}`, port: port + at });
      const target = await server!.open();
      if ('url' in target) appendFileSync(config, stringify({ database: target.url, schema: target.schema }));
      configs[party] = config;
    }
    for (const [party, other] of [['VN', 'LA'], ['LA', 'VN']] as const) {
      const { keys } = await identityOf(configs[other]);
      const key = (role: string) => keys.find((each) => each.role === role)!.vkey;
      addPeer(configs[party], { party: other, url: 'http://127.0.0.1:9', journal: key('journal'), transport: key('transport'), cosigner: key('cosigner'), root: key('root') });
    }
  });
  afterAll(async () => {
    for (const child of running) if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  });

  /** `entente serve`, until it says that it is ready or ends. */
  const serve = async (config: string, env: Readonly<Record<string, string>> = {}) => {
    const child = spawn(process.execPath, ['--import', '@oxc-node/core/register', join(ROOT, 'apps/cli/src/main.ts'), 'serve', '--config', config], { cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    running.push(child);
    let said = '';
    const ready = new Promise<void>((resolve) => {
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; if (/^ready /mu.test(said)) resolve(); });
    });
    const ended = once(child, 'close').then(([code]) => code as number | null);
    return { child, ended, code: await Promise.race([ready.then(() => 'ready' as const), ended]), said: () => said };
  };
  const health = async () => ((await (await fetch(`${(await identityOf(configs.VN)).url}/healthz`)).json()) as { status: string }).status;

  test('one node serves it; a second is refused in three languages; commands go on beside it; a killed one leaves it free', async () => {
    expect((await runCli(['account', 'add', 'first', '--name', 'First', '--role', 'coordinator,administrator', '--config', configs.VN], {})).code).toBe(0);
    const first = await serve(configs.VN);
    expect([first.code, first.said()]).toEqual(['ready', expect.stringContaining('ready ')]);
    const again = join(folder, 'VN', 'again.yaml');
    writeFileSync(again, readFileSync(configs.VN, 'utf8').replace(/port: \d+/u, `port: ${await freePorts()}`));
    const refusals = [['vi', /^Một tiến trình khác đang phục vụ cơ sở dữ liệu này/mu], ['lo', /^ຂະບວນການອື່ນກຳລັງໃຫ້ບໍລິການຖານຂໍ້ມູນນີ້/mu]] as const;
    await Promise.all(refusals.map(async ([lang, words]) => {
      const second = await serve(again, { ENTENTE_LANG: lang });
      expect(second.code).toBe(1);
      expect(second.said()).toMatch(words);
      expect(second.said()).not.toMatch(/^\s+at /mu);
    }));

    // What is done by the configuration while the node runs.
    const file = join(folder, 'from-la');
    expect(await runCli(['export', '--for', 'VN', '-o', file, '--config', configs.LA], {})).toMatchObject({ code: 0 });
    const beside = await Promise.all([
      runCli(['account', 'add', 'second', '--name', 'Second', '--role', 'reader', '--config', configs.VN], {}),
      runCli(['import-journal', file, '--config', configs.VN], {}),
      runCli(['audit', '--config', configs.VN], {}),
    ]);
    expect(beside.map(({ code, err }) => [code, err])).toEqual([[0, ''], [0, ''], [0, '']]);
    const rotated = await runCli(['key', 'rotate', 'cosigner', '--config', configs.VN], {});
    expect([rotated.code, rotated.err]).toEqual([5, expect.stringMatching(/^Another process serves this database \(session \d+, from .*stop the other one first/u)]);
    expect(await health()).not.toMatch(/restored|unsafe/u);

    first.child.kill('SIGKILL');
    await first.ended;
    const next = await serve(configs.VN);
    expect([next.code, next.said()]).toEqual(['ready', expect.stringContaining('ready ')]);
    expect(await health()).not.toMatch(/restored|unsafe/u);
    next.child.kill('SIGTERM');
    expect(await next.ended).toBe(0);
    expect((await runCli(['key', 'rotate', 'cosigner', '--config', configs.VN], {})).code).toBe(0);
  });
});
