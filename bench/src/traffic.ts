import { Worker } from 'node:worker_threads';

export interface Traffic {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly clients: number;
  readonly milliseconds: number;
  /** Paths asked for in turn. */
  readonly paths: readonly string[];
}
export interface TrafficResult { readonly perSecond: number; readonly bytes: number; readonly median: number; readonly p95: number; readonly failures: number }

/** So many clients, each asking again as soon as it has its answer, from a thread of their own. */
export async function drive(traffic: Traffic): Promise<TrafficResult> {
  const worker = new Worker(new URL('clients.ts', import.meta.url), { workerData: traffic });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
