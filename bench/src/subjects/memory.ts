/** Resident memory of a node: when it has started, under lists and pages, and when it has been quiet for a while. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { COOP, makeNode, processFigures, serveNode, signIn } from '../node.ts';
import { lacksPostgres, postgres } from '../postgres.ts';
import { fillCommitments } from '../records.ts';
import { subject, type Line } from '../subject.ts';
import { drive } from '../traffic.ts';

const [RECORDS, CLIENTS, LOAD, QUIET] = [5_000, 10, 10_000, 20_000];
const PEER = { what: 'Directus', value: 305, measured: false };

export default subject({
  about: 'memory of a node at start, after load, and after quiet; beside a server and with the embedded engine',
  lacks: lacksPostgres,
  async run({ folder, tell }) {
    const server = await postgres(folder);
    try {
      return [...await memoryOf('beside PostgreSQL', join(folder, 'server-node'), server.url, tell), ...await memoryOf('embedded engine', join(folder, 'embedded-node'), undefined, tell)];
    } finally {
      await server.end();
    }
  },
});

async function memoryOf(name: string, folder: string, database: string | undefined, tell: (line: string) => void): Promise<Line[]> {
  tell(`${name}: writing ${RECORDS} commitments`);
  const place = await makeNode(folder, database, (kernel, by) => fillCommitments(kernel, by, RECORDS));
  const node = await serveNode(place);
  try {
    const line = (when: string): Line => ({ what: `${name}, ${when}`, unit: 'MiB', value: processFigures(node.pid).mebibytes, beside: PEER });
    const started = line('started');
    const cookie = await signIn(place);
    await drive({ url: place.url, headers: { authorization: `Bearer ${place.token}` }, clients: CLIENTS, milliseconds: LOAD, paths: Array.from({ length: 40 }, (_, at) => `/api/${COOP}/commitments?sort=title&page=${at + 1}`) });
    await drive({ url: place.url, headers: { cookie }, clients: CLIENTS, milliseconds: LOAD, paths: ['/commitments', '/meetings', '/commitments?page=3&sort=title', '/search?q=dao+tao', '/changes'] });
    const loaded: Line = { ...line('after load'), ...(database === undefined ? {} : { goal: { of: 'value', most: 160 } }) };
    tell(`${name}: quiet`);
    await sleep(QUIET);
    return [started, loaded, line(`${QUIET / 1_000} s later`)];
  } finally {
    await node.stop();
  }
}
