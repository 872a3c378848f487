/** Time as the exchange sees it, so that tests can let hours pass. */
export interface Clock {
  /** Milliseconds since the epoch, as this machine believes. */
  now(): number;
  /** Milliseconds that only ever grow. */
  elapsed(): number;
  /** Calls back later; answers how to call it off. */
  after(milliseconds: number, act: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => { clearTimeout(timer); };
  },
};

/** An instant as it is shown and kept: UTC with milliseconds. */
export const instant = (milliseconds: number): string => Temporal.Instant.fromEpochMilliseconds(Math.floor(milliseconds)).toString({ fractionalSecondDigits: 3 });
