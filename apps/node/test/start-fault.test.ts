import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { cooperation as example } from '@entente/example-vn-la';
import { DatabaseProblem } from '@entente/kernel';
import { langs, shellLang } from '@entente/text';
import { ConfigurationFault, explainStart, readConfig } from '../src/index.ts';

const fault = (code: string, more: object = {}): Error => Object.assign(new Error(`${code}: /srv/entente`), { code, ...more });

test.each([[fault('EADDRINUSE', { port: 4_001 }), '4001'], [fault('EACCES'), 'EACCES: /srv/entente'], [fault('ENOSPC'), '.'], [new DatabaseProblem({ id: 'data.high-water-damaged', path: [], params: { file: '/srv/entente/high-water.json' } }), '/srv/entente/high-water.json']] as const)('why a node did not start is said in the reader’s language: %s', (error, named) => {
  const said = langs.map((lang) => explainStart(error, lang));
  expect(new Set(said).size).toBe(langs.length);
  for (const sentence of said) {
    expect(sentence).toContain(named);
    expect(sentence).not.toMatch(/[{}]|\n/u);
  }
});

test('a shell asks for its language, and is answered in English where it asks for none of ours', () => {
  expect([{ LANG: 'vi_VN.UTF-8' }, { LANG: 'en_US.UTF-8', ENTENTE_LANG: 'lo' }, { LANG: 'fr_FR' }, { LANG: 'C' }, {}].map(shellLang)).toEqual(['vi', 'lo', 'en', 'en', 'en']);
});

describe('a configuration that cannot be used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-config-'));
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
  const file = join(folder, 'node.yaml');
  const faultOf = (node: string, cooperation: unknown = example): ConfigurationFault => {
    writeFileSync(file, node);
    writeFileSync(join(folder, 'cooperation.yaml'), stringify(cooperation));
    try {
      readConfig(file);
    } catch (fault) {
      if (fault instanceof ConfigurationFault) return fault;
      throw fault;
    }
    throw new Error('it can be used');
  };
  const good = 'party: VN\ncooperations: [cooperation.yaml]\nlisten: { host: 127.0.0.1, port: 4001 }\nurl: https://entente.example\ndata: data\ndemo: true\n';

  test('says all faults of all its files at once, each with its place, what is there and what is expected', () => {
    const node = good.replace('port: 4001', 'port: 70000').replace('https://entente.example', 'entente.example').replace('data: data\n', '')
      + 'hihgWater: /mnt/mark.json\nzzz: 1\npull: often\nbackup: { folder: /mnt, to: [AGE-SECRET-KEY-1ABC], at: "2:00", kepe: 3 }\ndatabase: me:password@host\napprovals: [{ steps: [{ role: minister }] }]\n';
    const { parties: [first, ...others], ...rest } = example;
    const fault = faultOf(node, { ...rest, parties: [{ ...first, zone: 'Hanoi', colour: { light: 'red', dark: '#ff8a80' }, name: { 'Tiếng Việt': 'a' } }, ...others], observers: 'TH' });
    expect(fault.said('en').split('\n')).toEqual([
      `The configuration ${file} cannot be used. Nothing was started or changed.`,
      '  - listen.port, line 3: is 70000; at most 65535 is expected.',
      '  - url, line 4: is "entente.example"; an address that begins with https:// or http:// is expected.',
      '  - data: is missing; a text is expected.',
      '  - database, line 10: an address like postgres://user:password@host/database is expected.',
      '  - approvals.0.steps.0, line 11: is {"role":"minister"}; “role: …” or “person: …” is expected.',
      '  - pull, line 8: is "often"; a number is expected.',
      '  - backup.to.0, line 9: is •••; a public recovery key is expected, it begins with age1 (entente backup key).',
      '  - backup.at, line 9: is "2:00"; a time of day like "02:00" is expected.',
      '  - backup, line 9: there is no setting “kepe”; is “keep” meant?',
      '  - line 6: there is no setting “hihgWater”; is “highWater” meant?',
      expect.stringMatching(/^ {2}- line 7: there is no setting “zzz”; here there are: party, cooperations, listen, /u),
      expect.stringMatching(/cooperation\.yaml, parties\.0\.name\.Tiếng Việt, line \d+: "Tiếng Việt" is no language tag like vi, lo, en\.$/u),
      expect.stringMatching(/parties\.0\.colour\.light, line \d+: is "red"; a colour like "#1d4b96" is expected\.$/u),
      expect.stringMatching(/parties\.0\.zone, line \d+: is "Hanoi"; a time zone like Asia\/Vientiane or Asia\/Ho_Chi_Minh is expected\.$/u),
      expect.stringMatching(/observers, line \d+: is "TH"; a list is expected\.$/u),
    ]);
    for (const lang of langs) {
      const lines = fault.said(lang).split('\n');
      expect(lines).toHaveLength(16);
      expect(lines.join('\n')).not.toMatch(/[{]\w+[}]|undefined|config\.|password@host\b(?!\/)|AGE-SECRET/u);
      expect(explainStart(fault, lang)).toBe(fault.said(lang));
    }
    expect(new Set(langs.flatMap((lang) => fault.said(lang).split('\n'))).size).toBe(48);
  });

  test('says what its files do not say together, and what cannot be read at all', () => {
    const said = (node: string, cooperation?: unknown) => faultOf(node, cooperation).faults.map(({ id, line }) => [id, ...(line === undefined ? [] : [line])]);
    expect(said(good.replace('VN', 'KH'))).toEqual([['config.no-party']]);
    expect(said(good.replace('demo: true\n', ''))).toEqual([['config.demo-cooperation']]);
    expect(said(`${good}party: LA\n`)).toEqual([['config.yaml-twice', 7]]);
    expect(said(`${good}mail:\n\tfrom: x\n`)).toEqual(expect.arrayContaining([['config.yaml-tab', 8]]));
    expect(said(good.replace('cooperation.yaml', 'none.yaml'))).toEqual([['config.unreadable']]);
    expect(said(`${good}maps: [cooperation.yaml]\n`)).toEqual([['config.map']]);
    expect(said('')).not.toEqual([]);
  });
});
