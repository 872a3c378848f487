import { PeerFault } from './fault.ts';

/** What an answer may cost: most bytes, and the least that has to come in each stretch of time. */
export interface AnswerLimits {
  readonly bytes: number;
  /** Milliseconds in which at least `LEAST` bytes must come; a peer that dribbles a byte a second is cut off. */
  readonly patience: number;
}

/** Bytes that every `patience` must bring while an answer is not at its end. */
const LEAST = 1_024;

/**
 * Reads the parts of an answer as they come. Throws PeerFault: `peer.nonsense` when more comes than may, `peer.silent`
 * when it stalls or breaks off.
 */
export async function* partsOf(response: Response, { bytes, patience }: AnswerLimits, cut: AbortController): AsyncGenerator<Uint8Array> {
  let [size, before] = [0, 0];
  let [stalled, whole] = [false, false];
  const watch = setInterval(() => {
    stalled = size - before < LEAST;
    before = size;
    if (stalled) cut.abort();
  }, patience);
  try {
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > bytes) throw new PeerFault('peer.nonsense', `an answer longer than ${bytes} bytes`);
      yield part;
    }
    whole = true;
  } catch (error) {
    if (error instanceof PeerFault) throw error;
    throw new PeerFault('peer.silent', stalled ? `the answer stalled after ${size} bytes` : reasonOf(error));
  } finally {
    clearInterval(watch);
    // Whoever stops reading early leaves no connection behind that still sends.
    if (!whole && !cut.signal.aborted) cut.abort();
  }
}

/** A whole answer in one piece. */
export async function wholeOf(response: Response, limits: AnswerLimits, cut: AbortController): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of partsOf(response, limits, cut)) parts.push(part);
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no answer';
  // fetch says only "fetch failed"; what happened is the cause.
  const cause = error.cause instanceof Error ? `: ${'code' in error.cause && typeof error.cause.code === 'string' ? error.cause.code : error.cause.message}` : '';
  return `${error.message}${cause}`;
}
