import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '@entente/kernel';
import { toldOf } from '../src/home/told.ts';

let index = 0;
/** One item of an act, told as the journal holds it. */
const entry = (act: string, party: string, verb: 'put' | 'propose' | 'consent', kind: string, record: string): HistoryEntry => ({
  party, audience: 'joint', index: (index += 1), act, made: '2026-11-21T03:00:00Z', admitted: '2026-11-21T03:00:00Z', actor: { role: 'coordinator', office: null, person: 'p' },
  item: verb === 'consent' ? { verb, record, h: 'h' } : { verb, kind, kv: 1, record, on: null, hash: 'x', ...(verb === 'propose' ? { as: 'original', round: 0 } : {}) },
} as unknown as HistoryEntry);
const kinds: Readonly<Record<string, string>> = { a: 'meeting', b: 'meeting', c: 'instrument', t: 'translation', u: 'translation' };
const told = (entries: readonly HistoryEntry[]) => toldOf(entries, (record) => kinds[record] ?? '', (instant) => instant.slice(0, 10)).map(({ kind, first, steps }) => `${first.entry.party} ${first.verb} ${kind} ${steps.length}`);

describe('changes as one tells them', () => {
  it('given an act on many records, one line for each kind of record', () => {
    expect(told([entry('1', 'VN', 'consent', '', 'a'), entry('1', 'VN', 'consent', '', 'b'), entry('1', 'VN', 'consent', '', 'c')])).toEqual(['VN consent meeting 2', 'VN consent instrument 1']);
  });

  it('given a proposal that travels with its consent, one thing', () => {
    expect(told([entry('1', 'VN', 'propose', 'meeting', 'a'), entry('1', 'VN', 'consent', '', 'a')])).toEqual(['VN propose-agree meeting 1']);
  });

  it('given translations in neighbouring acts of a day, one line; other kinds stay apart', () => {
    expect(told([entry('1', 'VN', 'put', 'translation', 't'), entry('2', 'VN', 'put', 'translation', 'u'), entry('3', 'LA', 'put', 'translation', 't')])).toEqual(['VN put translation 2', 'LA put translation 1']);
    expect(told([entry('1', 'VN', 'propose', 'meeting', 'a'), entry('2', 'VN', 'propose', 'meeting', 'b')])).toEqual(['VN propose meeting 1', 'VN propose meeting 1']);
  });
});
