/** What a node answers its peers: journals as static files, the blobs they name, and a place to be woken. */
import type { Cooperation, Kernel } from '@entente/kernel';
import { formatHeads } from '../client/index.ts';
import { systemClock, type Clock } from '../clock.ts';
import { verifyRequest, type Verifier } from '../signature/index.ts';
import { fitting, formatPersonal, MOST_ASKED } from '../personal.ts';
import { text } from './answer.ts';
import { serveBlob } from './blob.ts';
import { serveJournal } from './journal.ts';
import { RateLimit, type Rate } from './limit.ts';

interface Keys { readonly anchors: readonly string[]; readonly statements: readonly string[] }

export interface ServeOptions {
  readonly kernel: Pick<Kernel, 'party' | 'cooperations' | 'journal' | 'journals' | 'leaves' | 'entries' | 'tile' | 'checkpoint' | 'blobs' | 'personal'>;
  readonly verifier: Verifier;
  /** Scheme and authority peers address this node by; signatures cover it. */
  readonly base: string;
  /** A peer says it has something new. */
  readonly onWake: (party: string, coop: string) => void;
  /** Keys that stand by their fingerprint, and what the party's root states of the others; `others`: the same of the parties whose journals are mirrored here. */
  readonly keyring?: Keys & { readonly others?: () => Keys };
  readonly clock?: Pick<Clock, 'elapsed'>;
  /** How often a peer, and how often an address that nobody vouches for, may ask. */
  readonly rates?: { readonly peer?: Rate; readonly stranger?: Rate };
}

export interface ExchangeServer {
  /** Answers a request under `/exchange/`; null for any other path. Nothing here changes a record. `from`: network address. */
  answer(request: Request, from?: string): Promise<Response | null>;
  /** How many questions were refused since the start, by the reason given. */
  refusals(): Readonly<Record<string, number>>;
}

/** What a peer streaming a million acts needs, and what a reader of a public journal does. */
const RATES = { peer: { burst: 2_000, perSecond: 400 }, stranger: { burst: 300, perSecond: 30 } };

/** A wake-up has no body; whatever says it has one is not read. */
const MAX_BODY = 4_096;

export function exchangeServer(options: ServeOptions): ExchangeServer {
  const clock = options.clock ?? systemClock;
  return new Server(options, () => clock.elapsed());
}

interface Asked { readonly request: Request; readonly cooperation: Cooperation; readonly what: string; readonly rest: readonly string[]; readonly from: string }

class Server implements ExchangeServer {
  readonly #options: ServeOptions;
  readonly #peers: RateLimit;
  readonly #strangers: RateLimit;
  readonly #refused: Record<string, number> = {};

  constructor(options: ServeOptions, elapsed: () => number) {
    this.#options = options;
    this.#peers = new RateLimit(options.rates?.peer ?? RATES.peer, elapsed);
    this.#strangers = new RateLimit(options.rates?.stranger ?? RATES.stranger, elapsed);
  }

  refusals(): Readonly<Record<string, number>> {
    return { ...this.#refused };
  }

  async answer(request: Request, from = 'unknown'): Promise<Response | null> {
    const path = new URL(request.url).pathname.split('/').slice(1).map(decode);
    if (path[0] !== 'exchange') return null;
    const [, coop = '', what = '', ...rest] = path;
    const cooperation = this.#options.kernel.cooperations.find((each) => each.id === coop);
    if (coop === 'keys' && what === '') return this.#asStranger(from, () => this.#keys());
    if (!cooperation) return this.#refuse(404, 'unknown-cooperation', 'no such cooperation');
    const asked = { request, cooperation, what, rest, from };
    return isPublic(asked) ? this.#asStranger(from, () => this.#journalOrBlob(asked, true)) : this.#asMember(asked);
  }

  #refuse(status: number, reason: string, said: string, headers: Readonly<Record<string, string>> = {}): Response {
    this.#refused[reason] = (this.#refused[reason] ?? 0) + 1;
    return text(status, said, headers);
  }

  #busy(seconds: number): Response {
    return this.#refuse(429, 'too-often', 'too many questions', { 'retry-after': String(seconds) });
  }

  #keys(): Response {
    const { anchors, statements, others } = this.#options.keyring ?? { anchors: [], statements: [] };
    return new Response(JSON.stringify({ anchors, statements, ...(others ? { others: others() } : {}) }), { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });
  }

  async #asStranger(from: string, answer: () => Response | Promise<Response>): Promise<Response> {
    const wait = this.#strangers.take(from);
    return wait === null ? answer() : this.#busy(wait);
  }

  async #asMember(asked: Asked): Promise<Response> {
    const { request, cooperation, what, rest } = asked;
    const caller = await this.#whoAsks(request, asked.from);
    if (caller instanceof Response) return caller;
    const wait = this.#peers.take(caller);
    if (wait !== null) return this.#busy(wait);
    if (!cooperation.parties.some((party) => party.id === caller) && !cooperation.observers.includes(caller)) return this.#refuse(403, 'not-a-member', 'not a member of this cooperation');
    if (what === 'wake' && rest.length === 0) {
      if (request.method !== 'POST') return this.#refuse(405, 'method', 'a wake-up is a POST', { allow: 'POST' });
      this.#options.onWake(caller, cooperation.id);
      return text(202, 'thank you');
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return this.#refuse(405, 'method', 'only read', { allow: 'GET' });
    if (what === 'heads' && rest.length === 0) return this.#heads(cooperation.id);
    if (what === 'personal' && rest.length === 1) return this.#personal(cooperation, rest[0] ?? '', caller);
    return this.#journalOrBlob(asked, false);
  }

  async #heads(coop: string): Promise<Response> {
    const journals = (await this.#options.kernel.journals()).filter((each) => each.coop === coop && each.audience !== 'home' && each.checkpoint !== null);
    return new Response(formatHeads(journals.map((each) => each.checkpoint ?? '')) as BodyInit, { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });
  }

  /** To parties only: an observer sees that there is a value. */
  async #personal(cooperation: Cooperation, asked: string, caller: string): Promise<Response> {
    const commitments = asked.split(',');
    if (!cooperation.parties.some(({ id }) => id === caller)) return this.#refuse(403, 'not-a-party', 'personal values are for parties');
    if (commitments.length > MOST_ASKED || !commitments.every((each) => /^[0-9a-f]{64}$/u.test(each))) return this.#refuse(400, 'commitments', 'no such question');
    const values = await this.#options.kernel.personal.give(cooperation.id, commitments, caller);
    return new Response(formatPersonal(fitting(values)), { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });
  }

  async #journalOrBlob({ request, cooperation, what, rest }: Asked, isOpen: boolean): Promise<Response> {
    const { kernel } = this.#options;
    const range = request.headers.get('range');
    if (what === 'blob' && rest.length === 1) return serveBlob(kernel, cooperation.id, rest[0] ?? '', range);
    const [party, audience, ...path] = what === 'mirror' ? rest : [kernel.party, what, ...rest];
    if ((audience !== 'joint' && audience !== 'public') || !cooperation.parties.some((each) => each.id === party)) return this.#refuse(404, 'unknown-path', 'nothing here');
    if (path[0] === 'blob' && path.length === 2 && audience === 'public') return serveBlob(kernel, cooperation.id, path[1] ?? '', range, isOpen ? 'public' : undefined);
    return serveJournal(kernel, { coop: cooperation.id, party: party ?? '', audience }, path.join('/'));
  }

  async #whoAsks(request: Request, from: string): Promise<string | Response> {
    if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY || request.headers.has('transfer-encoding')) return this.#refuse(413, 'too-long', 'too long');
    const { base, verifier } = this.#options;
    const body = request.method === 'GET' || request.method === 'HEAD' ? new Uint8Array() : new Uint8Array(await request.arrayBuffer());
    const { pathname, search } = new URL(request.url);
    const verified = verifyRequest({ method: request.method, url: base + pathname + search, headers: request.headers }, body, verifier);
    if (verified.ok) return verified.party;
    // Whoever cannot sign is held to a stranger's rate: checking signatures is the dearest thing a stranger can ask for.
    const wait = this.#strangers.take(from);
    return wait === null ? this.#refuse(401, verified.fault, verified.fault, { date: new Date(verifier.now()).toUTCString() }) : this.#busy(wait);
  }
}

const isPublic = ({ what, rest, request }: Asked): boolean =>
  (what === 'public' || (what === 'mirror' && rest[1] === 'public')) && (request.method === 'GET' || request.method === 'HEAD');

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
