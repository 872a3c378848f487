/** Starting: what stands in the way is said in one clear sentence, and nothing is changed by it. */
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePorts, newFolder, runCli, runDemo, startDemonstration, type Demonstration } from './demonstration.ts';

let demo: Demonstration;
beforeAll(async () => { demo = await startDemonstration(); }, 400_000);
afterAll(async () => { await demo?.stop(); });

describe('a start that cannot be', { timeout: 240_000 }, () => {
  /** What a start says that must fail: its exit code and its words, without a stack. */
  const refused = async (folder: string, port: number, uid?: number): Promise<string> => {
    const run = runDemo(folder, port, uid);
    expect(await run.ended).toBe(1);
    expect(run.printed()).not.toMatch(/^\s+at .*:\d+:\d+/mu);
    return run.printed();
  };

  test('prints two addresses, sign-in links for each, and a line that begins with ready', () => {
    const printed = demo.printed();
    for (const side of [demo.vn, demo.la]) {
      expect(printed).toContain(side.url);
      for (const login of ['coordinator', 'focal', 'leader', 'reader']) expect(printed).toContain(side.link(login));
    }
    expect(printed).toMatch(/^ready .*http/mu);
  });

  test('a second start beside a running one is refused, and the running one goes on', async () => {
    const said = await refused(demo.folder, await freePorts());
    expect(said).toMatch(/^The demonstration is running already from .* \(process \d+\)\. Nothing was started\. Stop that one first with Ctrl-C, or set ENTENTE_DATA/mu);
    // Both started at once, so each may have looked at the other before it answered; that lasts moments.
    await expect.poll(() => demo.vn.api('/healthz'), { timeout: 10_000 }).toMatchObject({ status: 'ok' });
  });

  test('a taken port is named, before anything is loaded', async () => {
    const port = await freePorts();
    const other = createServer().listen(port + 1, '127.0.0.1');
    const folder = newFolder('taken');
    try {
      const said = await refused(folder, port);
      expect(said).toMatch(new RegExp(`^Port ${port + 1} is taken by another program\\. Nothing was changed\\.`, 'mu'));
      expect(said).not.toContain('Loading');
    } finally {
      other.close();
    }
  });

  test('a port that is none is refused', async () => {
    for (const port of [0, 65_535, Number.NaN]) expect(await refused(newFolder('port'), port)).toContain('ENTENTE_DEMO_PORT');
  });

  test('a data folder that cannot be written is named', async () => {
    const folder = newFolder('closed');
    chmodSync(folder, 0o500);
    // The system's own account may write everywhere; then another account tries.
    const nobody = process.getuid?.() === 0 ? 65_534 : undefined;
    expect(await refused(join(folder, 'data'), await freePorts(), nobody)).toMatch(/The data folder cannot be written: .*Nothing was changed\./u);
    chmodSync(folder, 0o700);
  });

  test('a file in the place of the data folder is named', async () => {
    const file = join(newFolder('file'), 'data');
    writeFileSync(file, 'x');
    expect(await refused(file, await freePorts())).toMatch(/The data folder cannot be (?:used|written)/u);
    expect(readFileSync(file, 'utf8')).toBe('x');
  });

  test('the command line says that no node runs, with exit code 3', async () => {
    const folder = newFolder('nobody');
    const never = await runCli(['status'], { ENTENTE_DATA: folder });
    expect([never.code, never.err.trim()]).toEqual([3, `There is no node "vn" in the data folder ${folder}. Start one with: npx pnpm@12 start, or set ENTENTE_URL and ENTENTE_TOKEN.`]);
    const port = await freePorts();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'demo.json'), JSON.stringify({ nodes: { vn: { url: `http://127.0.0.1:${port}`, token: 'x' } } }));
    const gone = await runCli(['search', 'a', '--json'], { ENTENTE_DATA: folder });
    expect(gone.code).toBe(3);
    expect(JSON.parse(gone.out)).toMatchObject({ message: expect.stringContaining(`No node answers at http://127.0.0.1:${port}`) as string });
    rmSync(folder, { recursive: true });
  });
});

describe('the command line', { timeout: 240_000 }, () => {
  test('has help for all and for each, and exit codes for scripts', async () => {
    const { code, out } = await demo.cli('--help');
    expect(code).toBe(0);
    for (const command of ['import', 'report', 'search', 'status', 'demo', 'init', 'account', 'peer', 'serve']) expect(out).toContain(`entente ${command}`);
    expect(out).toContain('Exit codes: 0 done');
    expect((await demo.cli('import', '--help')).out).toContain('--propose');
    for (const [args, exit] of [[['nonsense'], 2], [['import'], 2], [['import', '/nowhere/x.txt'], 1], [['import', 'x', '--wrong'], 2], [['report', '--from', '2019'], 2], [['status', '--node', 'zz'], 3]] as const) {
      expect([args, (await demo.cli(...args)).code]).toEqual([args, exit]);
    }
  });

  test('answers as JSON, problems too', async () => {
    const { out } = await demo.cli('search', 'bao hiem xa hoi', '--json');
    const { hits } = JSON.parse(out) as { hits: { kind: string; title: string }[] };
    expect(hits.map((hit) => hit.title)).toContain('Exchange experts on labour law, the labour market, jobs, safety, inspection and social insurance.');
    const wrong = await demo.cli('run', 'accords.import', '{"name":"a","file":"!"}', '--json');
    expect(wrong.code).toBe(1);
    expect(JSON.parse(wrong.out)).toMatchObject({ problems: [{ path: ['file'] }] });
    const unknown = await demo.cli('run', 'no.such', '{}', '--lang', 'vi');
    expect([unknown.code, unknown.err.trim()]).toEqual([1, 'Nút này không có lệnh đó.']);
  });

  test('a token that is not known, or not allowed to, ends with exit code 4', async () => {
    const stranger = await runCli(['search', 'x'], { ENTENTE_URL: demo.vn.url, ENTENTE_TOKEN: 'entente_wrong_wrong_wrong_wrong' });
    expect(stranger.code).toBe(4);
    expect(stranger.err).toContain('does not accept this token. Nothing was written.');
  });
});
