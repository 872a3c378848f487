/**
 * A fault at a known line. What stands above it goes when types are taken out,
 * so that lines as they run are others than those written.
 */
interface Gone {
  readonly one: string;
  readonly two: string;
}

/** Throws at the line below. */
export function fault(of: Gone): never {
  throw new RangeError(`${of.one} ${of.two}`);
}
