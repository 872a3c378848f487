/** How pages and actions of modules come by a job. */
import type { Result } from '@entente/kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import { submit, submitAll } from '../approvals/submit.ts';
import { file, page, redirect, type Context, type PageResult } from '../module.ts';
import type { Web } from '../web.ts';
import { jobHref, type FileWork, type JobSpec, type StartedJob } from './job.ts';

/** Milliseconds a reader is left waiting for a file before they are shown how far it is. */
const PATIENCE = 1_500;

type Starter = Pick<Context, 'person' | 'cooperation' | 'lang' | 'url'>;

/** Starts long work in the name of the person; it goes on after the request. */
export function startJob(web: Web, ctx: Starter, spec: JobSpec): Result<StartedJob> {
  const started = begin(web, ctx, spec);
  if (started.ok) void note(web, ctx, spec, started.value.id);
  return started;
}

/** What is known of a job when its process is gone. A note that cannot be kept stops no work. */
async function note(web: Web, ctx: Starter, spec: Pick<JobSpec, 'title' | 'key' | 'again'>, id: string): Promise<void> {
  try {
    await web.accounts.jobs.began(ctx.person.id, id, spec.title, spec.again ?? `${ctx.url.pathname}${ctx.url.search}`, spec.key);
    await web.jobs.ended(id);
    const outcome = web.jobs.get(ctx.person.id, id)?.outcome;
    await web.accounts.jobs.ended(id, outcome?.as === 'page' ? outcome.href : null);
  } catch (error) {
    web.log({ at: new Date().toISOString(), event: 'error', id, method: 'JOB', path: '/jobs', error: error instanceof Error ? error.message : String(error) });
  }
}

function begin(web: Web, ctx: Starter, spec: JobSpec): Result<StartedJob> {
  const as = { coop: ctx.cooperation.id, by: ctx.person };
  const started = web.jobs.start(ctx.person.id, spec, {
    commit: (intents, options = {}) => submit(web, intents, { ...as, ...options }, ctx.lang),
    commitAll: (acts, told) => submitAll(web, acts, as, ctx.lang, told),
  });
  return started.ok ? { ok: true, value: { id: started.value.id, href: jobHref(started.value.id) } } : started;
}

/** A file that may take long: itself when it is ready soon, else the page of the job that makes it. */
export async function longFile(web: Web, ctx: Context, spec: JobSpec<FileWork>): Promise<PageResult> {
  const known = { key: `${ctx.url.pathname}${ctx.url.search}`, ...spec };
  const started = begin(web, ctx, known);
  if (!started.ok) return page({ title: spec.title(ctx.lang), status: 422, body: started.problems.map((each) => ctx.say(each)).join(' ') });
  const { id, href } = started.value;
  await Promise.race([web.jobs.ended(id), sleep(PATIENCE, undefined, { ref: false })]);
  const outcome = web.jobs.get(ctx.person.id, id)?.outcome;
  if (outcome?.as === 'file') return file(outcome.file);
  void note(web, ctx, known, id);
  return redirect(href);
}
