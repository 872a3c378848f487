import { afterEach, describe, expect, it } from 'vitest';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '@entente/kernel';
import { factsMessages, loadFacts } from '../src/index.ts';

const DATA = fileURLToPath(new URL('../data', import.meta.url));
const folders: string[] = [];
afterEach(() => { for (const folder of folders.splice(0)) rmSync(folder, { recursive: true }); });

/** A copy of the data with some text of a file replaced. */
function withEdits(...edits: readonly (readonly [file: string, from: string, to: string])[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'));
  folders.push(folder);
  cpSync(DATA, folder, { recursive: true });
  for (const [file, from, to] of edits) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no “${from}”`);
    writeFileSync(join(folder, file), text.replace(from, to));
  }
  return folder;
}

function problemsOf(folder: string): readonly Problem[] {
  const result = loadFacts(folder);
  return result.ok ? [] : result.problems;
}

const lineOf = (file: string, text: string) => readFileSync(join(DATA, file), 'utf8').split('\n').findIndex((line) => line.includes(text)) + 1;

describe('broken facts', () => {
  it('given a reference that leads nowhere, name it with file and line', () => {
    const problems = problemsOf(withEdits(['people.yaml', 'office: molisa-boe', 'office: molisa-bureau']));
    expect(problems).toEqual([{
      id: 'facts.dangling', path: expect.arrayContaining(['people.yaml', 'people', 'office']) as never,
      params: { file: 'people.yaml', line: lineOf('people.yaml', 'office: molisa-boe'), value: 'molisa-bureau', wanted: 'office, body' },
    }]);
  });

  it('given a theme that the cooperation does not have, say so', () => {
    const problems = problemsOf(withEdits(['commitments.yaml', 'themes: [remains]', 'themes: [remians]']));
    expect(problems.map(({ id, params }) => [id, params?.['value'], params?.['line']])).toEqual([['facts.unknown-theme', 'remians', lineOf('commitments.yaml', 'themes: [remains]')]]);
  });

  it('given an impossible date, say which', () => {
    const problems = problemsOf(withEdits(['instruments.yaml', "signedOn: '2017-08-04'", "signedOn: '2017-02-30'"]));
    expect(problems.map(({ id, params }) => [id, params?.['value'], params?.['line']])).toEqual([['facts.date', '2017-02-30', lineOf('instruments.yaml', "signedOn: '2017-08-04'")]]);
  });

  it('given many faults in several files, name them all at once, in order', () => {
    const problems = problemsOf(withEdits(
      ['meetings.yaml', "from: '2013-07-01'", "from: '2013-13-01'"],
      ['offices.yaml', 'type: merged-into, office: moha', 'type: merged-into, office: mofa'],
      ['commitments.yaml', 'type: agenda', 'type: agendum'],
      ['lineage.yaml', 'earlier: C2-2', 'earlier: C9-2'],
      ['exercise.yaml', 'indicator: remains', 'indicator: remain'],
      ['people.yaml', '    party: VN', '    side: VN'],
    ));
    expect(problems.map(({ id, params }) => [id, params?.['file']])).toEqual([
      ['facts.unknown-code', 'commitments.yaml'], ['facts.dangling', 'exercise.yaml'], ['facts.lineage-order', 'lineage.yaml'], ['facts.date', 'meetings.yaml'],
      ['facts.dangling', 'offices.yaml'], ['facts.missing-key', 'people.yaml'], ['facts.unknown-key', 'people.yaml'],
    ]);
  });

  it('given a fault in one entry, do not blame those that refer to it', () => {
    const problems = problemsOf(withEdits(['offices.yaml', '  - id: molsw\n    party: LA', '  - id: molsw\n    party: LA\n    colour: blue']));
    expect(problems.map((one) => one.id)).toEqual(['facts.unknown-key']);
  });

  it('given the same id twice, say so', () => {
    const problems = problemsOf(withEdits(['meetings.yaml', 'id: conf-4', 'id: conf-3']));
    expect(problems.map((one) => one.id)).toContain('facts.twice');
  });

  it('given an item the instrument does not have, say so', () => {
    const problems = problemsOf(withEdits(['commitments.yaml', "item: '10'", "item: '12'"]));
    expect(problems.map(({ id, params }) => [id, params?.['value']])).toEqual([['facts.unknown-item', '12']]);
  });

  it('given text that is no YAML, give its line; given a missing or binary file, its name', () => {
    expect(problemsOf(withEdits(['lineage.yaml', 'lineage:\n', 'lineage:\n  - {later: C5-2\n']))[0]).toMatchObject({ id: 'facts.yaml', params: { file: 'lineage.yaml' } });
    const folder = withEdits();
    rmSync(join(folder, 'people.yaml'));
    writeFileSync(join(folder, 'meetings.yaml'), Buffer.from([0xff, 0xfe, 0x00, 0x80]));
    expect(problemsOf(folder).map(({ id, params }) => [id, params?.['file']])).toEqual([['facts.unreadable', 'meetings.yaml'], ['facts.missing-file', 'people.yaml']]);
  });

  it('given an alias or two keys of one name, refuse them', () => {
    expect(problemsOf(withEdits(['lineage.yaml', 'lineage:\n', 'lineage:\n  - &a {later: C5-2, earlier: C2-2, later: C5-2}\n'])).map((one) => one.id)).toContain('facts.yaml');
  });

  it('have a message in three languages for every problem', () => {
    for (const lang of ['vi', 'lo', 'en'] as const) {
      const said = factsMessages.t(lang)('dangling', { file: 'people.yaml', line: 7, value: 'x', wanted: 'office' });
      expect(said).toContain('people.yaml');
      expect(said).not.toContain('{');
    }
  });
});
