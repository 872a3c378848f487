/** Bundles fetched ahead: in order, no more than may wait, and quietly dropped where nobody comes for them. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prefetched } from '../src/pull/prefetch.ts';

const unheard: unknown[] = [];
const hear = (error: unknown): void => { unheard.push(error); };
beforeEach(() => { process.on('unhandledRejection', hear); });
afterEach(() => { process.off('unhandledRejection', hear); });
/** Long enough for a rejection nobody heard of to be told. */
const turns = async (): Promise<void> => { for (let n = 0; n < 3; n += 1) await new Promise((resolve) => { setImmediate(resolve); }); };

/** Work that ends when the test says so. */
function workshop() {
  const begun: number[] = [];
  const ends = new Map<number, { readonly give: (value: number) => void; readonly fail: (error: Error) => void }>();
  const act = (item: number): Promise<number> => {
    begun.push(item);
    return new Promise((give, fail) => { ends.set(item, { give, fail }); });
  };
  return { begun, act, end: (item: number) => ends.get(item)!.give(item), fail: (item: number) => ends.get(item)!.fail(new Error(`item ${item}`)) };
}

test('gives results in order whichever comes first, and begins no more than may wait', async () => {
  const { begun, act, end } = workshop();
  let ahead = 2;
  const results = prefetched([0, 1, 2, 3, 4], () => ahead, act);
  const first = results.next();
  expect(begun).toEqual([0, 1]);
  end(1);
  end(0);
  expect(await first).toEqual({ done: false, value: 0 });
  expect(begun).toEqual([0, 1, 2]);
  ahead = 1;
  expect((await results.next()).value).toBe(1);
  expect(begun).toEqual([0, 1, 2]);
  end(2);
  expect((await results.next()).value).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3]);
});

test('after a failure nothing more is begun, what fails behind it is heard by nobody, and nothing is left unheard', async () => {
  const { begun, act, fail, end } = workshop();
  const results = prefetched([0, 1, 2, 3, 4], () => 3, act);
  const first = results.next();
  fail(2);
  await turns();
  fail(0);
  await expect(first).rejects.toThrow('item 0');
  end(1);
  expect(await results.next()).toEqual({ done: true, value: undefined });
  await turns();
  expect([begun, unheard]).toEqual([[0, 1, 2], []]);
});

test('of endless items, only those ahead are ever made', async () => {
  const made: number[] = [];
  const endless = function* (): Generator<number> {
    for (let item = 0; ; item += 1) {
      made.push(item);
      yield item;
    }
  };
  const results = prefetched(endless(), () => 3, (item) => Promise.resolve(item));
  expect((await results.next()).value).toBe(0);
  await results.return(undefined);
  expect(made).toEqual([0, 1, 2, 3]);
});

test('a reader who leaves drops what was begun: nothing more is fetched, and its failures end nothing', async () => {
  const { begun, act, end, fail } = workshop();
  const results = prefetched([0, 1, 2, 3, 4, 5], () => 3, act);
  const first = results.next();
  end(0);
  expect((await first).value).toBe(0);
  await results.return(undefined);
  fail(1);
  fail(2);
  await turns();
  expect(unheard).toEqual([]);
  expect(begun.length).toBeLessThanOrEqual(4);
});
