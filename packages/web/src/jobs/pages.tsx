/** The page of a long job: where it is, live where scripts run; what it came to, and what went wrong. */
import type { VNode } from 'preact';
import { streamSSE } from 'hono/streaming';
import type { Problem } from '@entente/kernel';
import { formatInstant } from '@entente/text';
import { Buttons, EmptyState, Flash, ItemList, JobMark, LinkButton, PageHead, Panel, Progress, Reading, renderFragment } from '@entente/ui';
import { makeContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import { sendFile } from '../door/send.ts';
import { type Context, page, type PageResult } from '../module.ts';
import { errorPage, goTo } from '../routes/present.tsx';
import type { Web } from '../web.ts';
import { jobWords } from '../words/jobs.ts';
import { jobHref, type JobView } from './job.ts';

/** Seconds after which the page loads itself again where no script runs. */
const REFRESH = 3;
/** Milliseconds between two fragments, and between two signs of life on a line where nothing happens. */
const [PACE, HEARTBEAT] = [250, 15_000];
/** Problems told one by one; a broken table of a thousand rows has thousands. */
const TOLD = 50;
/** Jobs listed before the others are folded. */
const LISTED = 5;

/** GET `/jobs/<id>`. */
export async function jobPage(web: Web, ctx: Context): Promise<PageResult> {
  const job = web.jobs.get(ctx.person.id, ctx.params['id'] ?? '');
  if (!job) return goneJob(web, ctx);
  // What did not come to its end is begun again where it was started.
  const again = job.state === 'failed' || job.state === 'stopped' ? (await web.accounts.jobs.get(ctx.person.id, job.id))?.page : undefined;
  return page({
    title: job.title(ctx.lang), head: 'own', ...(job.ended === null ? { refresh: REFRESH } : {}),
    body: <><PageHead title={job.title(ctx.lang)} meta={formatInstant(job.started, ctx.lang, ctx.party.zone)} /><JobBox ctx={ctx} job={job} /><Came ctx={ctx} job={job} again={again} /></>,
  });
}

/** A job this process knows nothing of: cut off by a restart, ended and forgotten, or none of this person's. */
async function goneJob(web: Web, ctx: Context): Promise<PageResult> {
  const t = jobWords.t(ctx.lang);
  const note = await web.accounts.jobs.get(ctx.person.id, ctx.params['id'] ?? '');
  if (!note) return page({ title: t('gone'), status: 404, body: <EmptyState action={<LinkButton href="/account">{t('title')}</LinkButton>}>{t('gone-why')}</EmptyState> });
  const when = (at: string): string => formatInstant(at, ctx.lang, ctx.party.zone);
  const title = note.title[ctx.lang];
  return page({
    title, head: 'own',
    body: (
      <>
        <PageHead title={title} meta={when(note.started)} />
        <p><JobMark state={note.ended === null ? 'failed' : 'done'} /></p>
        <p>{note.ended === null ? t('interrupted') : t('ended', { when: when(note.ended) })}</p>
        <p class="buttons">{note.result ? <LinkButton href={note.result} kind="main">{t('to-result')}</LinkButton> : <LinkButton href={note.page} kind="main">{t('again')}</LinkButton>}</p>
      </>
    ),
  });
}

function JobBox({ ctx, job }: { readonly ctx: Context; readonly job: JobView }): VNode {
  const { lang } = ctx;
  return (
    <Progress label={job.title(lang)} state={job.state} done={job.done} {...(job.total === null ? {} : { total: job.total })} message={job.ended === null ? job.doing?.(lang) : undefined}
      counts={job.counts.map(({ label, value }) => ({ label: label(lang), value }))} source={`${jobHref(job.id)}/live`}>
      {job.ended === null && job.isStopping && <p>{jobWords.t(lang)('stopping')}</p>}
      {job.ended === null && !job.isStopping && <form method="post" action={`${jobHref(job.id)}/stop`}><Buttons small buttons={[{ label: jobWords.t(lang)('stop'), kind: 'second', signs: false }]} /></form>}
    </Progress>
  );
}

/** What to do now: the result, or the problems with what they say to do. */
function Came({ ctx, job, again }: { readonly ctx: Context; readonly job: JobView; readonly again: string | undefined }): VNode {
  const t = jobWords.t(ctx.lang);
  const { outcome } = job;
  const notes = outcome?.notes ?? [];
  return (
    <>
      {outcome && <p class="buttons">{outcome.as === 'page' ? <LinkButton href={outcome.href} kind="main">{outcome.label(ctx.lang)}</LinkButton> : <LinkButton href={`${jobHref(job.id)}/file`} kind="main" download>{t('fetch', { name: outcome.file.name })}</LinkButton>}</p>}
      {job.problems.length > 0 && <Flash kind={job.state === 'stopped' ? 'note' : 'problem'} text={<Told ctx={ctx} problems={job.problems} />} />}
      {again && <p class="buttons"><LinkButton href={again} kind="main">{t('again')}</LinkButton></p>}
      {notes.length > 0 && <Panel title={t('notes')}><Told ctx={ctx} problems={notes} /></Panel>}
    </>
  );
}

function Told({ ctx, problems }: { readonly ctx: Context; readonly problems: readonly Problem[] }): VNode {
  const [first] = problems;
  if (first && problems.length === 1) return <>{ctx.say(first)}</>;
  const more = problems.length - TOLD;
  return <ul>{problems.slice(0, TOLD).map((each, at) => <li key={at}>{ctx.say(each)}</li>)}{more > 0 && <li>{jobWords.t(ctx.lang)('more', { count: more })}</li>}</ul>;
}

/** The person's jobs, for their own page. Null when there are none. */
export function JobList({ web, ctx }: { readonly web: Web; readonly ctx: Context }): VNode | null {
  const jobs = web.jobs.list(ctx.person.id);
  if (jobs.length === 0) return null;
  return (
    <Panel title={jobWords.t(ctx.lang)('title')} id="jobs">
      <ItemList most={LISTED} items={jobs.map((job) => ({
        key: job.id, title: <a href={jobHref(job.id)}>{job.title(ctx.lang)}</a>, meta: <JobMark state={job.state} />, side: formatInstant(job.started, ctx.lang, ctx.party.zone),
      }))} />
    </Panel>
  );
}

/** GET `/jobs/<id>/live`: the box again at every change (server-sent events), then `done`. */
export const liveHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const ctx = makeContext(web, c);
  const id = c.req.param('id') ?? '';
  if (!web.jobs.get(ctx.person.id, id)) return errorPage(web, c, 404);
  // Proxies must not hold back what is meant for now.
  c.header('x-accel-buffering', 'no');
  return streamSSE(c, async (stream) => {
    let wake = (): void => {};
    const end = web.jobs.watch(id, () => wake());
    stream.onAbort(() => wake());
    try {
      for (let job = web.jobs.get(ctx.person.id, id); job && job.ended === null && !stream.aborted; job = web.jobs.get(ctx.person.id, id)) {
        const changed = new Promise<void>((resolve) => { wake = resolve; });
        await stream.writeSSE({ data: renderFragment(<Reading lang={ctx.lang} parties={[]}><JobBox ctx={ctx} job={job} /></Reading>) });
        await Promise.race([changed, stream.sleep(HEARTBEAT)]);
        await stream.sleep(PACE);
      }
      if (!stream.aborted) await stream.writeSSE({ event: 'done', data: '' });
    } finally {
      end();
    }
  });
};

/** GET `/jobs/<id>/file`: what it made. */
export const jobFileHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const job = web.jobs.get(makeContext(web, c).person.id, c.req.param('id') ?? '');
  return job?.outcome?.as === 'file' ? sendFile(c, job.outcome.file) : errorPage(web, c, 404);
};

/** POST `/jobs/<id>/stop`. */
export const stopHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const id = c.req.param('id') ?? '';
  web.jobs.stop(makeContext(web, c).person.id, id);
  return goTo(web, c, jobHref(id));
};
