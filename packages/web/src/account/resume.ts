/**
 * A session may end while somebody types. What was sent by nobody is not decided on and not kept by the node; it goes back with
 * the sign-in page, unseen, and becomes the draft of whoever signs in there, so that the form is as it was.
 */
import { cooperationOf } from '../context.ts';
import { readForm } from '../door/body.ts';
import { Spool } from '../door/spool.ts';
import type { Request } from '../door/env.ts';
import { draftOf, entriesOfDraft } from '../forms/controls.ts';
import { keptUnder, placeOf } from '../forms/place.ts';
import type { Web } from '../web.ts';

/** What was typed, on its way through the sign-in page. */
export interface Resumed {
  /** Key of the draft it becomes: the address it was sent to. */
  readonly at: string;
  /** JSON of the entries, as drafts keep them. */
  readonly kept: string;
}

/** Nobody is known yet: no more of it is read than long texts need. Files are left out, and have to be chosen again. */
const LIMITS = { form: 256 * 1024, upload: 4 * 1024 * 1024, fields: 2_000 };

/** What a form that came without a session held; null when nothing was typed or it is too long to be carried. */
export async function typedByNobody(web: Web, c: Request): Promise<Resumed | null> {
  const spool = new Spool(web.spool);
  c.set('spool', spool);
  const read = await readForm(c.req.raw, LIMITS, spool);
  const entries = read.ok ? draftOf(read.value) : [];
  // Passwords are typed again.
  return entries.length === 0 || entries.some(([name]) => name === 'password' || name === 'old') ? null : { at: keptUnder(placeOf(new URL(c.req.url)), { kernel: web.kernel, cooperation: cooperationOf(web, c) }), kept: JSON.stringify(entries) };
}

/** Where the form stands: the page it was sent from, which need not be the address it was sent to. */
export function standsAt(c: Request): string {
  const here = new URL(c.req.url);
  const from = URL.parse(c.req.header('referer') ?? '');
  const page = from?.host === here.host ? from : here;
  return page.pathname + page.search;
}

/** Keeps what came back with a sign-in as the person's draft; nothing when it is none. */
export async function resume(web: Web, person: string, { at, kept }: Resumed): Promise<void> {
  const entries = entriesOfDraft(parsed(kept));
  if (entries && /^\/[^/\\]/u.test(at) && at.length <= 500) await web.accounts.drafts.save(person, at, entries);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
