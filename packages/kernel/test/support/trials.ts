/** Trials of one node on one set of data: each begins with a look at what it holds, and ends by violence or by a fault. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Cooperation, DatabaseTarget } from '../../src/index.ts';
import type { Trial } from './faulty.ts';

const party = { id: 'P1', name: { en: 'P1' }, short: { en: 'P1' }, colour: { light: '#000000', dark: '#ffffff' }, languages: ['en'], zone: 'UTC' };
const cooperation: Cooperation = { id: 'test', title: { en: 'Test' }, parties: [party, { ...party, id: 'P2' }], observers: [], themes: {}, demo: true };

/** Numbers that chance seems to draw, the same for the same seed (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export interface End {
  readonly signal: NodeJS.Signals | null;
  /** Acknowledged in this trial. */
  readonly kept: number;
  readonly refused: readonly string[];
  readonly started: boolean;
  /** The last of what it said on its error output. */
  readonly wrong: string;
}

/** What one node must hold, whatever happened to its processes. */
export class Trials {
  readonly #target: DatabaseTarget;
  readonly #highWater: string;
  readonly #seed = randomBytes(32).toString('hex');
  readonly #kept = new Map<number, string>();
  readonly #held = new Map<number, string>();
  size = 0;

  constructor(target: DatabaseTarget, highWater: string) {
    [this.#target, this.#highWater] = [target, highWater];
  }

  get acknowledged(): number {
    return this.#kept.size;
  }

  /**
   * Runs a node until it ends; `kill` ends it so many milliseconds after its first act was acknowledged; `kept` is called then. `before` are programs that run it.
   * Throws what a user would have lost or found half-done.
   */
  async run({ kill, kept: onKept, before = [], writers = 4, patience = 60_000 }: { readonly kill?: number; readonly kept?: () => void; readonly before?: readonly string[]; readonly writers?: number; readonly patience?: number }): Promise<End> {
    const trial: Trial = { target: this.#target, cooperation, seed: this.#seed, highWater: this.#highWater, from: this.size, writers };
    const [program, ...rest] = [...before, process.execPath, join(import.meta.dirname, 'faulty.ts'), JSON.stringify(trial)];
    const child = spawn(program ?? process.execPath, rest, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let [said, wrong, started, falling] = ['', '', false, false];
    const end = (): void => { try { process.kill(-(child.pid ?? 0), 'SIGKILL'); } catch { /* It was quicker. */ } };
    const late = setTimeout(end, patience);
    child.stderr.on('data', (part: Buffer) => { wrong = (wrong + part.toString()).slice(-2_000); });
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      started ||= said.includes('\nready\n');
      if (falling || !said.includes('\nkept ')) return;
      falling = true;
      onKept?.();
      if (kill !== undefined) setTimeout(end, kill);
    });
    const signal = await new Promise<NodeJS.Signals | null>((done) => { child.on('close', (_, how) => { done(how); }); });
    clearTimeout(late);
    // A line cut off by the kill was not said yet.
    return { signal, started, wrong, ...this.#judge(said.slice(0, said.lastIndexOf('\n') + 1).split('\n')) };
  }

  #judge(lines: readonly string[]): Pick<End, 'kept' | 'refused'> {
    const refused: string[] = [];
    let kept = 0;
    for (const line of lines) {
      const [what, a = '', b = '', c = '', state = ''] = line.split(' ');
      if (what === 'held') this.#look(Number(a), b === 'true', Number(c), state);
      if (what === 'act') this.#held.set(Number(a), b);
      if (what === 'kept') { this.#kept.set(Number(a), b); kept += 1; }
      if (what === 'refused') refused.push(line.slice(8));
      if (what === 'ready') for (const [index, act] of this.#kept) if (this.#held.get(index) !== act) throw new Error(`act ${index} was acknowledged as ${act}, and ${this.#held.get(index) ?? 'nothing'} is held there`);
    }
    return { kept, refused };
  }

  #look(size: number, isRight: boolean, records: number, state: string): void {
    if (!isRight) throw new Error('the leaves that are held do not give the root that was signed');
    if (size < this.size) throw new Error(`${this.size} acts were held before, and ${size} now`);
    if (records < size || records > 2 * size) throw new Error(`${size} acts gave ${records} records`);
    if (state !== 'ok') throw new Error(`a node that only fell takes itself for ${state}`);
    this.size = size;
  }
}
