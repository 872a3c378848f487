/** Files that somebody attached and never sent: kept for a month, then deleted, by the clock. */
import type { Kernel } from '@entente/kernel';
import { faultOf, type Accounts } from '@entente/web';

export interface Tidying { /** Looks now; answers how many files were deleted. */ now(): Promise<number>; stop(): Promise<void> }

export interface TidyParts {
  readonly accounts: Accounts;
  readonly kernel: { readonly blobs: Pick<Kernel['blobs'], 'dropOld'> };
  readonly log: (line: object) => void;
  readonly clock?: () => Temporal.Instant;
}

/** How long a file stays that no act and no draft names. */
export const KEPT_UNSENT = Temporal.Duration.from({ hours: 30 * 24 });
/** Milliseconds after a start before the first look, and between two; files of one look at a time. */
const [FIRST, BETWEEN, AT_ONCE] = [10 * 60_000, 24 * 3_600_000, 500] as const;

export function scheduleTidying({ accounts, kernel, log, clock = () => Temporal.Now.instant() }: TidyParts): Tidying {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<number> | null = null;
  let stopped = false;
  const look = async (): Promise<number> => {
    const before = clock().subtract(KEPT_UNSENT);
    let [gone, after] = [0, ''];
    for (;;) {
      const old = await accounts.uploads.old(before, after, AT_ONCE);
      after = old.at(-1) ?? '';
      if (old.length === 0 || stopped) return gone;
      // Drafts are looked at last: one that was begun meanwhile keeps its files.
      const drafted = await accounts.drafts.digests();
      const dropped = await kernel.blobs.dropOld(old.filter((digest) => !drafted.has(digest)), before);
      await accounts.uploads.forget(dropped);
      gone += dropped.length;
    }
  };
  const now = (): Promise<number> => (running ??= look().finally(() => { running = null; }));
  const plan = (wait: number): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      now().then((files) => { if (files > 0) log({ level: 'info', id: 'files.tidied', files }); }, (error: unknown) => { log({ level: 'error', id: 'files.untidied', detail: faultOf(error) }); })
        .finally(() => { plan(BETWEEN); });
    }, wait);
    timer.unref();
  };
  plan(FIRST);
  return { now, async stop() { stopped = true; clearTimeout(timer); await running?.catch(() => 0); } };
}
