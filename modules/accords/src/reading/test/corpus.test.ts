import { describe, expect, it } from 'vitest';
import { readText } from '../index.ts';
import type { Item, Reading } from '../index.ts';
import { en } from './corpus/en.ts';
import { lo } from './corpus/lo.ts';
import type { Sample } from './corpus/sample.ts';
import { vi } from './corpus/vi.ts';
import { enMore } from './corpus/en-more.ts';
import { viMore } from './corpus/vi-more.ts';
import { viSpoilt } from './corpus/vi-spoilt.ts';
import { faultsIn } from './laws.ts';
import { people, register } from './register.ts';

const samples = [...vi, ...viSpoilt, ...viMore, ...lo, ...en, ...enMore];
const nameOf = (item: Item, lists: number) => (lists > 1 ? `${item.list}:${item.number}` : item.number);
const own = (reading: Reading) => reading.items.filter((item) => item.source !== 'sentence');
const byName = (reading: Reading) => {
  const lists = new Set(own(reading).map(({ list }) => list)).size;
  return new Map(own(reading).map((item) => [nameOf(item, lists), item] as const));
};

function read(sample: Sample): Reading {
  return readText(sample.text, { lang: sample.lang, register, people });
}

describe('invented texts', () => {
  it('are at least twenty-five, in three languages', () => {
    expect(samples.length).toBeGreaterThanOrEqual(25);
    expect(new Set(samples.map(({ lang }) => lang))).toEqual(new Set(['vi', 'lo', 'en']));
  });

  for (const sample of samples) {
    describe(`${sample.lang}: ${sample.name}`, () => {
      const reading = read(sample);
      const items = byName(reading);

      it('has exactly these items, in order', () => {
        expect([...items.keys()]).toEqual(sample.items.map(([number]) => number));
        for (const [number, words] of sample.items) expect(items.get(number)?.text.slice(0, words.length)).toBe(words);
      });

      it('ends its items where they end, and sets the rest apart', () => {
        for (const [number, words] of Object.entries(sample.ends ?? {})) expect(items.get(number)?.text.slice(-words.length)).toBe(words);
        for (const [number, words] of Object.entries(sample.headings ?? {})) expect(items.get(number)?.heading).toBe(words);
        const { closing } = sample;
        const found = closing === null ? reading.closing?.text ?? null : reading.closing?.text.slice(0, closing?.length);
        expect(closing === undefined ? undefined : found).toBe(closing);
        for (const words of sample.outside ?? []) expect([...items.values()].filter(({ text }) => text.includes(words))).toEqual([]);
        const notes = reading.notes.map(({ id }) => id.replace('reading.', ''));
        for (const note of sample.notes ?? []) expect(notes).toContain(note);
      });

      it('keeps every place exact', () => {
        expect(faultsIn(sample.text, reading)).toEqual([]);
      });
    });
  }
});
