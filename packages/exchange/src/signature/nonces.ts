/** Nonces seen within the time a signature is believed; older ones are refused by their time anyway. */
export interface NonceMemory {
  /** False when its owner took this nonce before. `created` in seconds. */
  take(owner: string, nonce: string, created: number): boolean;
}

/**
 * Memory of bounded size: past `limit` live nonces of one owner every further one of the same is refused, so that a flood
 * neither grows the process nor keeps others out.
 */
export function nonceMemory(options: { readonly seconds: number; readonly limit: number; readonly now: () => number }): NonceMemory {
  const owners = new Map<string, Map<string, number>>();
  return {
    take(owner, nonce, created) {
      const now = options.now() / 1000;
      const seen = owners.get(owner) ?? new Map<string, number>();
      owners.set(owner, seen);
      for (const [old, at] of seen) {
        if (at >= now - options.seconds) break;
        seen.delete(old);
      }
      if (seen.has(nonce) || seen.size >= options.limit) return false;
      seen.set(nonce, Math.max(created, now));
      return true;
    },
  };
}
