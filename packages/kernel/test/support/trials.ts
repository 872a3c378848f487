/** Trials of one node on one set of data: each begins with a look at what it holds, and ends by violence or by a fault. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import type { Cooperation, DatabaseTarget } from '../../src/index.ts';
import type { Mix, Trial } from './faulty.ts';

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
  /** Acts that were there without their records when it started. */
  readonly behind: number;
  /** The last of what it said on its error output. */
  readonly wrong: string;
}

export interface TrialOptions {
  /** Ends it so many milliseconds after its first act was acknowledged, or after what `kept` does. */
  readonly kill?: number;
  /** Called once so many acts were acknowledged: `after`, one where that is left out. */
  readonly kept?: () => void | Promise<void>;
  readonly after?: number;
  /** Programs that run it. */
  readonly before?: readonly string[];
  readonly writers?: number;
  readonly mix?: Mix;
  /** Milliseconds after which it is ended in any case. */
  readonly patience?: number;
  /** Everything it holds is looked at before it writes, and its records are made again and compared. */
  readonly audit?: boolean;
  /** What a server still carries out for the one before is not waited for. */
  readonly overlapping?: boolean;
}

/** What one node must hold, whatever happened to its processes. */
export class Trials {
  /** By which a server knows its sessions. */
  readonly name = `trial-${randomBytes(6).toString('hex')}`;
  readonly #target: DatabaseTarget;
  readonly #highWater: string;
  readonly #seed = randomBytes(32).toString('hex');
  readonly #kept = new Map<number, string>();
  readonly #held = new Map<number, string>();
  /** Keys of what was sent and not acknowledged: stored or not. */
  readonly #unanswered = new Set<string>();
  #run = 0;
  size = 0;

  constructor(target: DatabaseTarget, highWater: string) {
    this.#target = 'url' in target ? { ...target, url: named(target.url, this.name) } : target;
    this.#highWater = highWater;
  }

  get acknowledged(): number {
    return this.#kept.size;
  }

  /** Runs a node until it ends. Throws what a user would have lost, found half-done or found twice. */
  async run({ kill, kept: onKept, after = 1, before = [], writers = 4, mix = 'mixed', patience = 250_000, audit = false, overlapping = false }: TrialOptions): Promise<End> {
    if (!overlapping) await this.#alone();
    this.#run += 1;
    const trial: Trial = {
      target: this.#target, cooperation, seed: this.#seed, highWater: this.#highWater, from: this.size, writers, mix, name: `${this.name}/${this.#run}`,
      unanswered: writers > 0 ? [...this.#unanswered] : [], audit,
    };
    const [program, ...rest] = [...before, process.execPath, join(import.meta.dirname, 'faulty.ts'), JSON.stringify(trial)];
    const child = spawn(program ?? process.execPath, rest, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let [said, wrong, started, falling, told] = ['', '', false, false, 0];
    const end = (): void => { try { process.kill(-(child.pid ?? 0), 'SIGKILL'); } catch { /* It was quicker. */ } };
    const late = setTimeout(end, patience);
    let done = Promise.resolve();
    child.stderr.on('data', (part: Buffer) => { wrong = (wrong + part.toString()).slice(-2_000); });
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      started ||= said.includes('\nready\n');
      for (let at = said.indexOf('\nkept ', told); at >= 0 && after > 0; at = said.indexOf('\nkept ', told)) [told, after] = [at + 1, after - 1];
      if (falling || after > 0) return;
      falling = true;
      done = (async () => { await onKept?.(); })();
      void done.catch(() => undefined).then(() => { if (kill !== undefined) setTimeout(end, kill); });
    });
    const signal = await new Promise<NodeJS.Signals | null>((closed) => { child.on('close', (_, how) => { closed(how); }); });
    clearTimeout(late);
    await done;
    // A line cut off by the kill was not said yet.
    return { signal, started, wrong, ...this.#judge(said.slice(0, said.lastIndexOf('\n') + 1).split('\n')) };
  }

  /** A server carries out what a killed node has sent: nobody can say what is held before that is over. */
  async #alone(): Promise<void> {
    if (!('url' in this.#target)) return;
    const client = new pg.Client({ connectionString: named(this.#target.url, 'trials') });
    client.on('error', () => {});
    await client.connect();
    try {
      for (let tries = 0; ; tries += 1) {
        const { rowCount } = await client.query('select 1 from pg_stat_activity where application_name = $1', [this.name]);
        if (rowCount === 0) return;
        if (tries > 3_000) throw new Error('sessions of a node that ended do not end');
        await new Promise((resolve) => { setTimeout(resolve, 10); });
      }
    } finally {
      await client.end();
    }
  }

  #judge(lines: readonly string[]): Pick<End, 'kept' | 'refused' | 'behind'> {
    const refused: string[] = [];
    let [kept, behind] = [0, 0];
    for (const line of lines) {
      const [what, a = '', b = '', c = '', state = ''] = line.split(' ');
      if (what === 'behind') behind = Number(a);
      if (what === 'held') this.#look(Number(a), b === 'true', c === 'true', state);
      if (what === 'fault') throw new Error(line);
      if (what === 'act') this.#held.set(Number(a), b);
      if (what === 'try') this.#unanswered.add(a);
      if (what === 'kept') { this.#keep(Number(a), b); this.#unanswered.delete(c); kept += 1; }
      if (what === 'refused') refused.push(line.slice(8));
      if (what === 'ready') for (const [index, act] of this.#kept) if (this.#held.get(index) !== act) throw new Error(`act ${index} was acknowledged as ${act}, and ${this.#held.get(index) ?? 'nothing'} is held there`);
    }
    return { kept, refused, behind };
  }

  #keep(index: number, act: string): void {
    const before = this.#kept.get(index);
    if (before !== undefined && before !== act) throw new Error(`act ${index} was acknowledged as ${before}, and as ${act}`);
    this.#kept.set(index, act);
  }

  #look(size: number, isRight: boolean, areRight: boolean, state: string): void {
    if (!isRight) throw new Error('the leaves that are held do not give the root that was signed');
    if (size < this.size) throw new Error(`${this.size} acts were held before, and ${size} now`);
    if (!areRight) throw new Error(`${size} acts and their records do not name the same`);
    if (state !== 'ok') throw new Error(`a node that only fell takes itself for ${state}`);
    this.size = size;
  }
}

/** Its sessions bear a name. */
function named(url: string, name: string): string {
  const address = new URL(url);
  address.searchParams.set('application_name', name);
  return address.href;
}
