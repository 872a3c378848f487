/** The rendering process: takes jobs one after the other from its parent and goes with it. */
import { DocumentError } from '../model/check.ts';
import type { Answer, Job, Request } from './job.ts';

/** Above this much resident memory the process ends after its answer; the next job starts a fresh one. */
const RETIRE_AT_BYTES = 450 * 1024 * 1024;

/** Writers are loaded on first use: who only ever prints PDF never loads the Word writer. */
async function carryOut(job: Job): Promise<Uint8Array> {
  switch (job.format) {
    case 'pdf': return (await import('../pdf/compile.ts')).compilePdf(job.document);
    case 'docx': return await (await import('../docx/write.ts')).writeDocx(job.document, job.options);
    case 'xlsx': return await (await import('../tables/xlsx.ts')).writeXlsx(job.workbook);
    default: return job satisfies never;
  }
}

async function answerTo({ id, job }: Request): Promise<Answer> {
  try {
    return { id, bytes: await carryOut(job), retiring: process.memoryUsage.rss() > RETIRE_AT_BYTES };
  } catch (error) {
    if (error instanceof DocumentError) return { id, problems: error.problems };
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

let turn = Promise.resolve();
process.on('message', (request: Request) => {
  turn = turn.then(async () => {
    const answer = await answerTo(request);
    await new Promise<void>((sent) => void process.send?.(answer, undefined, undefined, () => sent()));
    if ('retiring' in answer && answer.retiring) process.exit(0);
  });
});
process.on('disconnect', () => process.exit(0));
