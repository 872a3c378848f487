/** What the node's web holds between requests: little, and nothing that another process would miss. */
import type { AnyKind, Kernel, Recovery } from '@entente/kernel';
import type { Assets, MapSheet } from '@entente/ui';
import type { Accounts } from './accounts/accounts.ts';
import type { Chain } from './approvals/chain.ts';
import type { Limits } from './door/limits.ts';
import type { Request } from './door/env.ts';
import type { Log } from './door/log.ts';
import { jobRegistry, type Jobs } from './jobs/registry.ts';
import type { Command, Module, RecordView } from './module.ts';
import { viewsByKind } from './records/views.ts';

/** How it stands with a peer, as the exchange sees it. */
export interface PeerHealth {
  readonly party: string;
  /** Acts the peer has signed and this node does not hold yet; null: not known yet. */
  readonly behind: number | null;
  /** Last answer, UTC. */
  readonly lastSeen: string | null;
  /** What is wrong: message id and the words of the log; null when nothing. */
  readonly fault: { readonly id: string; readonly detail: string; /** UTC. */ readonly since?: string; /** Looks in a row that found it so. */ readonly times?: number } | null;
  readonly coop?: string;
  /** Acts of the peer held here that are not in the records yet. */
  readonly unprojected?: number;
  /** Acts of this node's party that the peer has not shown to hold. */
  readonly queue?: number | null;
  readonly nextLook?: string | null;
  /** The newest checkpoint of ours that the peer has cosigned. */
  readonly lastCosigned?: { readonly size: number; readonly at: string } | null;
  readonly missingBlobs?: number;
  /** Seconds its clock seems ahead of ours. */
  readonly skew?: number;
}

/** A mail server by its name, or a folder of files. */
export interface LetterWay { readonly by: 'smtp' | 'folder'; readonly where: string }

/** How it stands with the backups that the node makes by itself. */
export interface BackupHealth {
  /** UTC. */
  readonly last: { readonly at: string; readonly file: string; readonly bytes: number; readonly verified: boolean } | null;
  readonly next: string | null;
  readonly fault: { readonly id: string; readonly detail: string; readonly since: string } | null;
}

export interface VerifyPage { readonly policy: string; build(): string }

/** A key that signs what is in evidence, as a person is shown it. */
export interface KeyOfParty {
  readonly party: string;
  readonly role: 'root' | 'journal' | 'cosigner';
  readonly fingerprint: string;
  /** What its party's root says of it; null for a key that no root held here states. */
  readonly statement: { readonly serial: number; /** The key after it is committed to. */ readonly hasNext: boolean } | null;
}

export interface Keyring {
  readonly anchors: readonly string[];
  readonly statements: readonly string[];
  /** The same, checked and in words of who and what. */
  known?(): Promise<readonly KeyOfParty[]>;
}

export interface WebOptions {
  readonly kernel: Kernel & Recovery;
  readonly modules: readonly Module[];
  readonly accounts: Accounts;
  /** Style sheet, script, icon and fonts: `buildAssets(palettes)`, a palette named by each cooperation's id. */
  readonly assets: Assets;
  readonly version: string;
  /** Keys that evidence files carry: those that stand by their fingerprint, and what roots stated about others. */
  readonly keyring?: Keyring;
  /** The page that checks evidence without a server, and what it may do (content-security-policy). */
  readonly verifyPage?: VerifyPage;
  health(): readonly PeerHealth[] | Promise<readonly PeerHealth[]>;
  /** Requests of peers and strangers refused since the start, by reason. */
  refusals?(): Readonly<Record<string, number>>;
  /** Null where none are configured. */
  backup?(): BackupHealth | null;
  /** Whether the high-water file is kept elsewhere than the database, so that it tells also when the whole folder was put back. */
  readonly highWaterApart?: boolean;
  /** How reminders by letter leave the node. */
  readonly letters?: LetterWay;
  /** Addresses people reach the node under, when a proxy stands before it; the address asked for is always one. */
  readonly origins?: readonly string[];
  /** Network address of the asker, for the limit on sign-in. */
  addressOf?(c: Request): string;
  readonly log?: Log;
  readonly limits?: Partial<Limits>;
  /** Folder on a disk with room for files while they are uploaded; the system's own for such files when left out. */
  readonly spool?: string;
  /** Maps of the places of the cooperation, the one of today first. */
  readonly maps?: readonly MapSheet[];
  /** What this side's words pass through before they are said (decision 0019); none: they are said at once. */
  readonly approvals?: readonly Chain[];
  /** Seconds since the process started, for `/healthz`. */
  readonly startedAt?: number;
}

export interface Web extends Required<Pick<WebOptions, 'kernel' | 'modules' | 'accounts' | 'assets' | 'version' | 'health' | 'refusals' | 'backup' | 'origins' | 'addressOf' | 'log' | 'maps'>> {
  readonly letters: LetterWay | null;
  readonly highWaterApart: boolean;
  readonly keyring: Keyring;
  readonly verifyPage: VerifyPage | null;
  readonly limits: Limits;
  readonly spool: string | undefined;
  readonly kinds: readonly AnyKind[];
  readonly commands: ReadonlyMap<string, Command>;
  readonly jobs: Jobs;
  readonly chains: readonly Chain[];
  view(kind: string): RecordView;
  /** An answer remembered until the cooperation's records change, and for seconds at most. */
  between<T>(coop: string, question: string, ask: () => Promise<T>): Promise<T>;
}

/** Another process over the same database changes records unheard: no answer is older than this. */
const REMEMBERED_MS = 10_000;
/** Questions remembered of a cooperation; the oldest goes first. */
const REMEMBERED_AT_MOST = 500;
interface Remembered { readonly answer: Promise<unknown>; readonly until: number }

/** Prepares what routes share. Throws on modules that cannot stand together (a programmer's error, found at start-up). */
export function prepare(options: WebOptions, limits: Limits): Web {
  const { kernel, modules } = options;
  const views = viewsByKind(modules);
  const commands = new Map<string, Command>();
  for (const command of modules.flatMap((module) => module.commands ?? [])) {
    if (commands.has(command.name)) throw new Error(`two modules offer the command ${command.name}`);
    commands.set(command.name, command);
  }
  for (const kind of modules.flatMap((module) => module.kinds)) {
    if (kernel.kinds.get(kind.name) !== kind) throw new Error(`the kernel was not given the kind ${kind.name}`);
  }
  const answers = new Map<string, Map<string, Remembered>>();
  kernel.onChange(({ coop }) => answers.delete(coop));
  const log = options.log ?? (() => {});
  const jobs = jobRegistry((id, error) => log({ at: new Date().toISOString(), event: 'error', id, method: 'JOB', path: '/jobs', error: error instanceof Error ? error.stack ?? error.message : String(error) }));
  options.accounts.onForget((kind) => {
    const words = `table:${kind}:`;
    jobs.forget(words);
    options.accounts.jobs.forget(words).catch((error: unknown) => log({ at: new Date().toISOString(), event: 'error', id: kind, method: 'JOB', path: '/jobs', error: String(error) }));
  });
  return {
    kernel, modules, commands, jobs, chains: options.approvals ?? [],
    accounts: options.accounts, assets: options.assets, version: options.version, verifyPage: options.verifyPage ?? null, keyring: options.keyring ?? { anchors: [], statements: [] }, health: () => options.health(), refusals: () => options.refusals?.() ?? {}, backup: () => options.backup?.() ?? null, letters: options.letters ?? null, highWaterApart: options.highWaterApart ?? true,
    origins: options.origins ?? [],
    addressOf: (c) => options.addressOf?.(c) ?? 'unknown',
    log,
    limits: { ...limits, ...options.limits },
    spool: options.spool,
    maps: options.maps ?? [],
    kinds: [...kernel.kinds.values()],
    view: (kind) => views.get(kind) ?? {},
    between<T>(coop: string, question: string, ask: () => Promise<T>): Promise<T> {
      const known = answers.get(coop) ?? new Map<string, Remembered>();
      answers.set(coop, known);
      const held = known.get(question);
      if (held && held.until > Date.now()) return held.answer as Promise<T>;
      const answer = ask();
      // Behind all others, so that the first is the oldest.
      known.delete(question);
      known.set(question, { answer, until: Date.now() + REMEMBERED_MS });
      for (const oldest of known.keys()) {
        if (known.size <= REMEMBERED_AT_MOST) break;
        known.delete(oldest);
      }
      answer.catch(() => { if (known.get(question)?.answer === answer) known.delete(question); });
      return answer;
    },
  };
}
