/** Long work of one person: what a module starts, and what it can say while it goes on (decision 0018). */
import type { Lang } from '@entente/text';
import type { CommitOptions, Intent, Problem, Result } from '@entente/kernel';
import type { Submitted } from '../approvals/submitted.ts';
import type { FileParts } from '../routes/file-parts.ts';

/** A sentence in the language of whoever reads it: jobs are looked at in any. */
export type Said = (lang: Lang) => string;

/** How far a job is. What is left out stays as it was said before. */
export interface JobProgress {
  readonly done?: number;
  /** Null: not known. */
  readonly total?: number | null;
  /** What is being done now. */
  readonly doing?: Said;
  readonly counts?: readonly { readonly label: Said; readonly value: number }[];
}

/** What a job came to: a page to go on from, or a file to fetch. `notes` are told beside it: what was left out, and why. */
export type JobOutcome =
  | { readonly as: 'page'; readonly href: string; readonly label: Said; readonly notes?: readonly Problem[] }
  | { readonly as: 'file'; readonly file: FileParts; readonly notes?: readonly Problem[] };

export interface FileWork {
  /** Says how far it is; as often as one likes. */
  readonly report: (progress: JobProgress) => void;
  /** Aborted when the person stops the job. Throw `signal.reason` or return between steps. */
  readonly signal: AbortSignal;
}
export interface Work extends FileWork {
  /** One act of the person who started the job, or what it waits at; may be called as often as there are steps. */
  readonly commit: (intents: readonly Intent[], options?: Pick<CommitOptions, 'note'>) => Promise<Result<Submitted>>;
  /** Acts that belong together, in their order, each told when it is said; in a side with its own chain all of them wait as one. */
  readonly commitAll: (acts: readonly (readonly Intent[])[], told: (count: number) => void) => Promise<Result<Submitted>>;
}

/** `run` resolves to what it came to, or to every problem at once; what it throws is a fault, told with a reference. */
export interface JobSpec<W extends FileWork = Work> {
  readonly title: Said;
  /** While a job of the person under this key goes on, starting another gives that one. */
  readonly key?: string;
  /** Where a person begins it anew after a restart cut it off; absent: the page it was started from. */
  readonly again?: string;
  run(work: W): Promise<Result<JobOutcome>>;
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'stopped';

/** A job as its person sees it. */
export interface JobView extends Required<Omit<JobProgress, 'doing'>> {
  readonly id: string;
  readonly title: Said;
  readonly state: JobState;
  readonly doing: Said | null;
  readonly outcome: JobOutcome | null;
  readonly problems: readonly Problem[];
  /** Its person has stopped it; it ends after the step it is at. */
  readonly isStopping: boolean;
  /** UTC. */
  readonly started: string;
  readonly ended: string | null;
}

/** Address of a job's page. */
export const jobHref = (id: string): string => `/jobs/${id}`;

export interface StartedJob { readonly id: string; /** Its page. */ readonly href: string }
