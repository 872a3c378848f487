/** GET `/verify`: the page that checks evidence without a server, open to anyone. */
import { buildVerifyPage, VERIFY_PAGE_POLICY } from '@entente/verify/page';
import type { Request } from '../door/env.ts';
import { sendHtml } from '../door/send.ts';

export function verifyPageHandler(): (c: Request) => Response {
  let html: string | undefined;
  return (c) => {
    html ??= buildVerifyPage();
    c.header('content-security-policy', VERIFY_PAGE_POLICY);
    return sendHtml(c, html);
  };
}
