import { machine, type Labels } from '@entente/text';

/** A label in three languages whose Lao was written by machine and waits for a reader. */
export const label = (vi: string, en: string, lo: string): Labels => ({ vi, lo: machine(lo), en });
