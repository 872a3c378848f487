/** PouchDB and Hypercore, installed apart from the workspace (bench/peers): together they take more room than a node. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ended, forked, said } from './process.ts';

export type PeerName = 'pouchdb' | 'hypercore';
const PLACE = new URL('../../peers/', import.meta.url);

export const peersInstalled = (): boolean => existsSync(fileURLToPath(new URL('node_modules/hypercore', PLACE)));

/** Acts a second from one process into an empty one. */
export async function throughPeer(name: PeerName, folder: string, acts: number): Promise<{ readonly perSecond: number }> {
  const file = new URL(`${name}.js`, PLACE);
  const source = forked(file, 'source', join(folder, `${name}-a`), String(acts));
  const { port, key } = await said<{ port: number; key?: string }>(source);
  const sink = forked(file, 'sink', join(folder, `${name}-b`), String(acts), key === undefined ? `http://127.0.0.1:${port}` : String(port), key ?? '');
  const { size, seconds } = await said<{ size: number; seconds: number }>(sink);
  await ended(sink);
  source.disconnect();
  await ended(source);
  if (size !== acts) throw new Error(`${name} took in ${size} of ${acts}`);
  return { perSecond: size / seconds };
}
