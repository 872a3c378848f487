/** ActivityStatus of IATI 2.03 beside how each side says an activity goes. */
import type { Activity, ActivityProgress } from '../kinds/index.ts';

const CODE = { pipeline: '1', implementation: '2', closed: '4', cancelled: '5', suspended: '6' } as const;

/** What both sides say of how it goes; the one that is further decides, and without a word its dates do. */
export function statusOf(content: Pick<Partial<Activity>, 'from'>, said: readonly ActivityProgress['status'][]): string {
  if (said.includes('done')) return CODE.closed;
  if (said.includes('under-way') || said.includes('late')) return CODE.implementation;
  if (said.includes('suspended')) return CODE.suspended;
  if (said.includes('cancelled')) return CODE.cancelled;
  if (said.includes('planned') || content.from === undefined) return CODE.pipeline;
  return content.from > Temporal.Now.plainDateISO('UTC').toString() ? CODE.pipeline : CODE.implementation;
}

const STATED: Readonly<Record<string, ActivityProgress['status']>> = { '1': 'planned', '2': 'under-way', '3': 'under-way', '4': 'done', '5': 'cancelled', '6': 'suspended' };
/** What a file's code says; finalisation is still under way. */
export const statedStatus = (code: string | undefined): ActivityProgress['status'] | undefined => STATED[code ?? ''];
