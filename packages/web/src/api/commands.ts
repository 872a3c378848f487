import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Problem } from '@entente/kernel';
import { submit } from '../approvals/submit.ts';
import { cooperationOf, makeActionContext } from '../context.ts';
import { readJson } from '../door/body.ts';
import type { Request } from '../door/env.ts';
import { sendFile, sendJson } from '../door/send.ts';
import type { CommandContext, FileParts } from '../module.ts';
import type { Web } from '../web.ts';
import { problemsAnswer, refuseApi } from './answer.ts';

/** A file may come inside the input, as base64. */
const MOST_BYTES = 48 * 1024 * 1024;

/**
 * POST `/api/commands/<name>`: a module's command, for the command line and for programs. `Idempotency-Key` makes a
 * repeated call change nothing. `?coop=` chooses the cooperation where there are several.
 */
export const commandHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const command = web.commands.get(c.req.param('name') ?? '');
  if (!command) return refuseApi(c, 'api.no-command');
  const body = await readJson(c.req.raw, MOST_BYTES);
  if (!body.ok) return problemsAnswer(c, body.problems);
  const action = makeActionContext(web, c, { cooperation: cooperationOf(web, c) });
  if (!command.roles.some((role) => action.person.roles.includes(role))) return refuseApi(c, 'api.forbidden');
  const input = command.input.safeParse(body.value);
  if (!input.success) return problemsAnswer(c, input.error.issues.map(inputProblem));
  const ctx = commandContext(web, c, action);
  const done = await command.run(ctx, input.data);
  if (!done.ok) return problemsAnswer(c, done.problems);
  return done.value.as === 'file' ? sendFile(c, givenOnce(done.value.file)) : sendJson(c, done.value.json ?? null);
};

/** Nobody asks for it again: what lies on the disk is given up once it is sent. */
function givenOnce(file: FileParts): FileParts {
  const { bytes } = file;
  if (typeof bytes !== 'object' || !('pieces' in bytes)) return file;
  return { ...file, bytes: { ...bytes, pieces: () => endingWith(bytes.pieces(), () => bytes.close()) } };
}

/** Ended by whoever stops reading too, even before the first piece. */
function endingWith(pieces: AsyncIterable<Uint8Array>, end: () => Promise<void>): AsyncIterable<Uint8Array> {
  const inner = pieces[Symbol.asyncIterator]();
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        const step = await inner.next();
        if (step.done) await end();
        return step;
      },
      async return() {
        await inner.return?.();
        await end();
        return { done: true, value: undefined };
      },
    }),
  };
}

function commandContext(web: Web, c: Request, action: ReturnType<typeof makeActionContext>): CommandContext {
  const key = c.req.header('idempotency-key')?.slice(0, 200) ?? randomUUID();
  let step = 0;
  return {
    ...action,
    commit: (intents, options = {}) => submit(web, intents, {
      coop: action.cooperation.id, by: action.person, idempotency: options.idempotency ?? `${action.person.id}:api:${key}:${step++}`,
      ...(options.note ? { note: options.note } : {}),
    }, action.lang),
  };
}

const inputProblem = (issue: z.core.$ZodIssue): Problem => ({
  id: issue.code === 'invalid_type' && issue.input === undefined ? 'field.required' : 'api.input',
  path: issue.path.map((step) => (typeof step === 'number' ? step : String(step))), params: { reason: issue.message },
});
