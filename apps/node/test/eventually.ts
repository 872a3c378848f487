import { vi } from 'vitest';

/** Waits until what two nodes exchange has arrived: the statement is tried until it holds. Throws its own failure at last. */
export const eventually = async <T>(statement: () => T | Promise<T>, within = 30_000): Promise<T> => vi.waitFor(statement, { timeout: within, interval: 150 });
