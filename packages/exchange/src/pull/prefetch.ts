/** Does the same for each item, at most `ahead()` at a time, and gives the results in order. After a failure nothing more is begun. */
export async function* prefetched<T, R>(items: Iterable<T>, ahead: () => number, act: (item: T) => Promise<R>): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  const left = Iterator.from(items);
  const begin = () => {
    while (begun.length < ahead()) {
      const next = left.next();
      if (next.done) return;
      const result = act(next.value);
      // A failure is met when its turn comes; until then nobody need hear of it.
      result.catch(() => undefined);
      begun.push(result);
    }
  };
  begin();
  while (begun.length > 0) {
    const result = await begun.shift()!;
    begin();
    yield result;
  }
}
