/** How pages and actions of modules come by a job. */
import type { Result } from '@entente/kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import { submit } from '../approvals/submit.ts';
import { file, page, redirect, type Context, type PageResult } from '../module.ts';
import type { Web } from '../web.ts';
import type { FileWork, JobSpec, Work } from './job.ts';
import { jobHref } from './pages.tsx';

/** Milliseconds a reader is left waiting for a file before they are shown how far it is. */
const PATIENCE = 1_500;

export interface StartedJob { readonly id: string; /** Its page. */ readonly href: string }

/** Starts long work in the name of the person; it goes on after the request. */
export function startJob(web: Web, ctx: Pick<Context, 'person' | 'cooperation' | 'lang'>, spec: JobSpec): Result<StartedJob> {
  const commit: Work['commit'] = (intents, options = {}) => submit(web, intents, { coop: ctx.cooperation.id, by: ctx.person, ...options }, ctx.lang);
  const started = web.jobs.start(ctx.person.id, spec, commit);
  return started.ok ? { ok: true, value: { id: started.value.id, href: jobHref(started.value.id) } } : started;
}

/** A file that may take long: itself when it is ready soon, else the page of the job that makes it. */
export async function longFile(web: Web, ctx: Context, spec: JobSpec<FileWork>): Promise<PageResult> {
  const started = startJob(web, ctx, { key: `${ctx.url.pathname}${ctx.url.search}`, ...spec });
  if (!started.ok) return page({ title: spec.title(ctx.lang), status: 422, body: started.problems.map((each) => ctx.say(each)).join(' ') });
  const { id, href } = started.value;
  await Promise.race([web.jobs.ended(id), sleep(PATIENCE, undefined, { ref: false })]);
  const outcome = web.jobs.get(ctx.person.id, id)?.outcome;
  return outcome?.as === 'file' ? file(outcome.file) : redirect(href);
}
