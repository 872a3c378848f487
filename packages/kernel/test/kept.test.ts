import { describe, expect, test } from 'vitest';
import { Kept } from '../src/read/kept.ts';

const later = () => Promise.withResolvers<string>();

describe('answers kept between two changes', () => {
  test('given several who ask the same under one revision, then one asks and all are answered', async () => {
    const kept = new Kept<string>({ answers: 3 });
    const asked = later();
    let times = 0;
    const ask = () => { times += 1; return asked.promise; };
    const waiting = [kept.of('q', '1', ask), kept.of('q', '1', ask), kept.of('q', '1', ask)];
    asked.resolve('one');
    expect([await Promise.all(waiting), await kept.of('q', '1', ask), times]).toEqual([['one', 'one', 'one'], 'one', 1]);
  });

  test('given a change while an answer is being made, then who asks after it gets another', async () => {
    const kept = new Kept<string>({ answers: 3 });
    const [before, after] = [later(), later()];
    const [first, second] = [kept.of('q', '1', () => before.promise), kept.of('q', '2', () => after.promise)];
    after.resolve('new');
    before.resolve('old');
    expect([await first, await second]).toEqual(['old', 'new']);
    // The older answer, ready last, does not take the place of the newer.
    expect(await kept.of('q', '2', () => Promise.reject(new Error('asked again')))).toBe('new');
  });

  test('given an answer that failed, then the next who asks tries again', async () => {
    const kept = new Kept<string>({ answers: 3 });
    await expect(kept.of('q', '1', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await kept.of('q', '1', () => Promise.resolve('up'))).toBe('up');
  });

  test('given more than there is room for, then what nobody asked for longest goes, and what is too long is not kept', async () => {
    const asked: string[] = [];
    const kept = new Kept<string>({ answers: 3, bytes: 10, longest: 6, sizeOf: (answer) => answer.length });
    const of = (key: string, answer: string) => kept.of(key, '1', () => { asked.push(key); return Promise.resolve(answer); });
    for (const [key, answer] of [['a', '1234'], ['b', '1234'], ['a', ''], ['c', '1234'], ['long', '1234567']] as const) await of(key, answer);
    asked.length = 0;
    // Four and four and four is more than ten: `b` went, since `a` was asked for again.
    expect([await of('a', ''), await of('c', ''), await of('long', '1234567'), await of('b', '12')]).toEqual(['1234', '1234', '1234567', '12']);
    expect(asked).toEqual(['long', 'b']);
  });
});
