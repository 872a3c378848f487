/** How far this node's own journals have been, kept outside the database: what tells a restored database from one that is whole. The form of its file (docs/decisions/0029). */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DatabaseProblem } from '../database/problem.ts';

export interface Mark {
  /** Of the database that was there when it was written. */
  readonly instance: string;
  /** Sizes of own journals, by `cooperation/audience`. */
  readonly sizes: Readonly<Record<string, number>>;
}

/** A mark as it stands in a file: of two the one with the larger number is the later. */
export interface Written { readonly seq: number; readonly mark: Mark }

/** Slots begin and end with pages, so that what a disk spoils of one it does not spoil of the other. */
const PAGE = 4096;
const LINE = /^(\{.*),"check":"([0-9a-f]{16})"\} *\n$/u;

/** Reads a mark; null when there is none. Throws `DatabaseProblem` `data.high-water-damaged` when the file is there and cannot be understood: nothing may be guessed from it. */
export function readMark(file: string): Mark | null {
  try {
    // Whoever writes it may be at one slot when it is read first, and at the other before that is over.
    const written = writtenIn(readFileSync(file)) ?? writtenIn(readFileSync(file));
    if (written) return written.mark;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  throw new DatabaseProblem({ id: 'data.high-water-damaged', path: [], params: { file } });
}

/** What the bytes of a high-water file say: of two slots the later one that is whole, or a single line of the form before (v 1). Null when they say nothing. */
export function writtenIn(bytes: Buffer): Written | null {
  const half = bytes.length / 2;
  const slots = half > 0 && half % PAGE === 0 ? [slotIn(bytes.subarray(0, half)), slotIn(bytes.subarray(half))] : [];
  const [newest] = slots.filter((slot) => slot !== null).toSorted((a, b) => b.seq - a.seq);
  return newest ?? firstForm(bytes);
}

/** Bytes of the smallest slot that holds a mark; what it was made for may outgrow it. */
export const slotSizeFor = (mark: Mark): number => Math.ceil(Buffer.byteLength(lineOf(mark, Number.MAX_SAFE_INTEGER)) / PAGE) * PAGE;

/** One slot: a line that proves itself, filled up with spaces. Null when the mark has outgrown it. */
export function slotOf(mark: Mark, seq: number, size: number): Buffer | null {
  const line = lineOf(mark, seq);
  const length = Buffer.byteLength(line);
  if (length > size) return null;
  const slot = Buffer.alloc(size, ' ');
  slot.write(line, 0, length - 1);
  slot.write('\n', size - 1);
  return slot;
}

function lineOf({ instance, sizes }: Mark, seq: number): string {
  const said = JSON.stringify({ v: 2, seq, instance, sizes });
  return `${said.slice(0, -1)},"check":"${checkOf(said)}"}\n`;
}

const checkOf = (said: string): string => hash('sha256', said).slice(0, 16);

function slotIn(bytes: Buffer): Written | null {
  const [, begin = '', check] = LINE.exec(bytes.toString()) ?? [];
  const said = `${begin}}`;
  if (check === undefined || checkOf(said) !== check) return null;
  const { v, seq, instance, sizes } = JSON.parse(said) as { v?: unknown; seq?: unknown; instance?: unknown; sizes?: unknown };
  const mark = asMark(instance, sizes);
  return v === 2 && Number.isSafeInteger(seq) && mark ? { seq: seq as number, mark } : null;
}

function firstForm(bytes: Buffer): Written | null {
  try {
    const { v, instance, sizes } = JSON.parse(bytes.toString()) as { v?: unknown; instance?: unknown; sizes?: unknown };
    const mark = asMark(instance, sizes);
    return v === 1 && mark ? { seq: 0, mark } : null;
  } catch {
    return null;
  }
}

function asMark(instance: unknown, sizes: unknown): Mark | null {
  if (typeof instance !== 'string' || typeof sizes !== 'object' || sizes === null || !Object.values(sizes).every((size) => Number.isSafeInteger(size))) return null;
  return { instance, sizes: sizes as Mark['sizes'] };
}

/** Whether a names anything further than b. */
export const isBeyond = (a: Mark['sizes'], b: Mark['sizes']): boolean => Object.entries(a).some(([name, size]) => size > (b[name] ?? 0));

/** Of two sets of sizes the larger ones. */
export function furthest(a: Mark['sizes'], b: Mark['sizes']): Record<string, number> {
  const all = { ...a };
  for (const [name, size] of Object.entries(b)) all[name] = Math.max(all[name] ?? 0, size);
  return all;
}
