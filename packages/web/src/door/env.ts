import type { Context as HonoContext } from 'hono';
import type { Lang } from '@entente/text';
import type { Spool } from './spool.ts';
import type { Visit } from '../accounts/sessions.ts';

/** What the door has found out about a request before a page sees it. */
export interface Env {
  Variables: {
    readonly id: string;
    readonly lang: Lang;
    readonly visit: Visit | null;
    /** Key of what was typed that this answer has taken over: the browser forgets its copy. */
    readonly saved?: string;
    /** Files that came with the request; closed behind the answer. */
    readonly spool?: Spool;
  };
}
export type Request = HonoContext<Env>;
