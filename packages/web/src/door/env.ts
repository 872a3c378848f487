import type { Context as HonoContext } from 'hono';
import type { Lang } from '@entente/text';
import type { Visit } from '../accounts/sessions.ts';

/** What the door has found out about a request before a page sees it. */
export interface Env {
  Variables: {
    readonly id: string;
    readonly lang: Lang;
    readonly visit: Visit | null;
  };
}
export type Request = HonoContext<Env>;
