/** GET `/verify`: the page that checks evidence without a server, open to anyone. */
import type { Request } from '../door/env.ts';
import { sendHtml } from '../door/send.ts';
import { errorPage } from '../routes/present.tsx';
import type { Web } from '../web.ts';

/** Made once, when it is first asked for. A node that was given no such page has none. */
export function verifyPageHandler(web: Web): (c: Request) => Response | Promise<Response> {
  let html: string | undefined;
  return (c) => {
    if (!web.verifyPage) return errorPage(web, c, 404);
    html ??= web.verifyPage.build();
    c.header('content-security-policy', web.verifyPage.policy);
    return sendHtml(c, html);
  };
}
