/** Nonces seen within the time a signature is believed; older ones are refused by their time anyway. */
export interface NonceMemory {
  /** False when this nonce was taken before. `created` in seconds. */
  take(nonce: string, created: number): boolean;
}

/** Memory of bounded size: past `limit` live nonces every further one is refused, so a flood cannot grow the process. */
export function nonceMemory(options: { readonly seconds: number; readonly limit: number; readonly now: () => number }): NonceMemory {
  const seen = new Map<string, number>();
  return {
    take(nonce, created) {
      const oldest = options.now() / 1000 - options.seconds;
      for (const [old, at] of seen) {
        if (at >= oldest) break;
        seen.delete(old);
      }
      if (seen.has(nonce) || seen.size >= options.limit) return false;
      seen.set(nonce, Math.max(created, options.now() / 1000));
      return true;
    },
  };
}
