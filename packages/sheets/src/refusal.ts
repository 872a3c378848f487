import { refuse, type Reading } from '@entente/text';
import { messages, type FileFault } from './messages.ts';

/** Most bytes of a file, and of one part of it unfolded. */
export const MOST_BYTES = 64 * 1024 * 1024;
/** Most rows of a sheet that are read; Excel has room for 1,048,576. */
export const MOST_ROWS = 100_000;

export const fault = (id: FileFault, params: Readonly<Record<string, string | number>>): Reading<never> => refuse(`${messages.namespace}.${id}`, params);
