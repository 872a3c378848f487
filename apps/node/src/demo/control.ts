import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the command line may ask of a running demonstration: `POST /stop/la`, `POST /start/la`. */
export interface Control { readonly url: string; readonly token: string; close(): void }
export type ControlAnswer = { readonly ok: boolean; readonly message: string };

/** Listens on a free loopback port; only who can read the data folder knows the token. It keeps the process up while every node is stopped. */
export async function openControl(run: (action: string, node: string) => Promise<ControlAnswer>): Promise<Control> {
  const token = randomBytes(24).toString('base64url');
  const server = createServer((request, response) => {
    const given = Buffer.from(request.headers.authorization ?? '');
    const expected = Buffer.from(`Bearer ${token}`);
    const [, action = '', node = ''] = (request.url ?? '').split('/');
    const allowed = given.length === expected.length && timingSafeEqual(given, expected);
    const answer = allowed ? run(action, node).catch((error: unknown) => ({ ok: false, message: String(error) })) : Promise.resolve({ ok: false, message: 'not allowed' });
    void answer.then((result) => {
      response.writeHead(result.ok ? 200 : 409, { 'content-type': 'application/json' });
      response.end(JSON.stringify(result));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token, close: () => server.close() };
}
