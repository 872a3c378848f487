/** One question to a peer: signed, answered within bounds of size and time, faults as data. */
import type { Clock } from '../clock.ts';
import { signedHeaders, type TransportKey } from '../signature/index.ts';
import { reasonOf, wholeOf, type AnswerLimits } from './body.ts';
import { PeerFault } from './fault.ts';

export interface ClientOptions {
  /** Address of the peer's node, or of a folder of static files that were copied from it. */
  readonly url: string;
  /** Signs the questions; without it only what is public is answered. */
  readonly signer: TransportKey | null;
  /** Milliseconds without progress after which a peer is given up for this time. */
  readonly timeout: number;
  readonly clock: Pick<Clock, 'now'>;
  readonly fetch?: typeof fetch;
}

export interface Question {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer whose body is still to be read; `cut` ends it. */
export interface Answer { readonly response: Response; readonly cut: AbortController }

/** How far a clock may seem off before the peer's time is believed for signing. */
const NOTICEABLE = 60_000;

export class Asker {
  readonly #options: ClientOptions;
  /** Milliseconds the peer's clock is ahead of ours, learnt when it refused a signature for its time. */
  skew = 0;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Asks; answers only a success (2xx). Throws PeerFault. */
  async ask(question: Question, again = true): Promise<Answer> {
    const cut = new AbortController();
    const response = await this.#send(question, cut);
    const date = Date.parse(response.headers.get('date') ?? '');
    const off = date - this.#options.clock.now();
    if (response.status === 401 && again && Number.isFinite(off) && Math.abs(off - this.skew) > NOTICEABLE) {
      cut.abort();
      // A clock that is a year off must not end an exchange; whose it is, a person has to find out.
      this.skew = off;
      return this.ask(question, false);
    }
    if (!response.ok) throw await this.#faultOf(response, question.path, cut);
    return { response, cut };
  }

  /** A whole answer of at most so many bytes. */
  async whole(question: Question, bytes: number): Promise<Uint8Array> {
    const { response, cut } = await this.ask(question);
    return wholeOf(response, this.limits(bytes), cut);
  }

  limits(bytes: number): AnswerLimits {
    return { bytes, patience: this.#options.timeout };
  }

  async #send({ path, method = 'GET', headers = {} }: Question, cut: AbortController): Promise<Response> {
    const { url: base, signer, timeout, clock } = this.#options;
    const url = `${base.replace(/\/$/u, '')}${path}`;
    const late = setTimeout(() => { cut.abort(new Error(`no answer within ${timeout} ms`)); }, timeout);
    try {
      return await (this.#options.fetch ?? fetch)(url, {
        method, redirect: 'error', signal: cut.signal,
        headers: { ...headers, ...(signer ? signedHeaders({ method, url }, signer, () => clock.now() + this.skew) : {}) },
      });
    } catch (error) {
      throw new PeerFault('peer.silent', reasonOf(error));
    } finally {
      clearTimeout(late);
    }
  }

  async #faultOf(response: Response, path: string, cut: AbortController): Promise<PeerFault> {
    const said = await wholeOf(response, this.limits(2_000), cut).then((bytes) => printable(new TextDecoder().decode(bytes)), () => '');
    const { status } = response;
    if (status === 429 || status === 503) return new PeerFault('peer.busy', `${status} ${said}`.trim(), retryAfter(response.headers.get('retry-after'), this.#options.clock.now()));
    if (status === 404 || status === 410) return new PeerFault('peer.absent', path);
    if (status === 416) return new PeerFault('peer.range', path);
    if (status === 401 || status === 403) return new PeerFault('peer.refuses', said);
    return new PeerFault('peer.fails', `${status} ${said}`.trim());
  }
}

/** Milliseconds that a Retry-After asks for: seconds or a date (RFC 9110 10.2.3); null when it says nothing sensible. */
export function retryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (/^[0-9]{1,9}$/u.test(value.trim())) return Number(value) * 1_000;
  const date = Date.parse(value);
  return Number.isFinite(date) ? Math.max(0, date - now) : null;
}

/** What a peer said goes into logs and onto pages: one short line of it. */
const printable = (text: string): string => text.replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, ' ').slice(0, 200).trim();
