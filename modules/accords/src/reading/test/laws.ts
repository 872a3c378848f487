import { expect } from 'vitest';
import type { Reading } from '../index.ts';

const bare = (text: string) => text.replace(/[\s\p{Cf}\p{Cc}\u00AD]/gu, '');

/** The laws of places that hold for any reading of any text. */
export function expectExact(text: string, reading: Reading): void {
  for (const found of reading.found) expect(text.slice(found.span.start, found.span.end)).toBe(found.text);
  const numbers = new Set(reading.items.map(({ list, number }) => `${list} ${number}`));
  expect(numbers.size).toBe(reading.items.length);
  for (const item of reading.items) {
    expect(item.span.start).toBeLessThanOrEqual(item.span.end);
    expect(item.span.end).toBeLessThanOrEqual(text.length);
    if (item.marker) expect(text.slice(item.marker.span.start, item.marker.span.end)).toBe(item.marker.text);
    if (item.parent !== undefined) expect(numbers.has(`${item.list} ${item.parent}`)).toBe(true);
    const whole = bare(text.slice(item.span.start, item.span.end));
    for (const words of item.text.split(/\s+/)) expect(whole).toContain(bare(words));
    for (const found of item.found) expect(found.span.start >= item.span.start && found.span.end <= item.span.end).toBe(true);
  }
  let end = 0;
  for (const { span, item } of reading.passages) {
    expect(bare(text.slice(end, span.start))).toBe('');
    if (item !== undefined) expect(reading.items[item]).toBeDefined();
    ({ end } = span);
  }
  expect(bare(text.slice(end))).toBe('');
}
