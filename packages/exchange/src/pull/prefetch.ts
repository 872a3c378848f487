/** Does the same for each item, at most `ahead()` at a time, and gives the results in order. After a failure nothing more is begun. */
export async function* prefetched<T, R>(items: readonly T[], ahead: () => number, act: (item: T) => Promise<R>): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  let next = 0;
  const begin = () => {
    while (next < items.length && begun.length < ahead()) {
      const result = act(items[next]!);
      // A failure is met when its turn comes; until then nobody need hear of it.
      result.catch(() => undefined);
      begun.push(result);
      next += 1;
    }
  };
  begin();
  while (begun.length > 0) {
    const result = await begun.shift()!;
    begin();
    yield result;
  }
}
