/** Files made by long work lie on the disk, under no name, until they are given up. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { sendFile } from '../src/door/send.ts';
import { spooled } from '../src/door/spool.ts';

test('given pieces, then they are read as often as asked, nothing stays in the folder, and once given up nothing can be read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'entente-spool-'));
  try {
    const file = await spooled((async function* () { yield Buffer.from('one '); yield Buffer.from('two'); })(), folder);
    expect(await readdir(folder)).toEqual([]);
    for (const _ of [1, 2]) expect(Buffer.concat(await Array.fromAsync(file.pieces())).toString()).toBe('one two');
    expect(file.size).toBe(7);
    await file.close();
    await expect(Array.fromAsync(file.pieces())).rejects.toThrow('asked for after');
    await expect(spooled((async function* () { yield Buffer.from('half'); throw new Error('stopped'); })(), folder)).rejects.toThrow('stopped');
    expect(await readdir(folder)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('given such a file, then it is sent as it is read: packed for who takes that, else with its length', async () => {
  const text = 'a,b\r\n'.repeat(200_000);
  const file = await spooled((async function* () { for (let at = 0; at < text.length; at += 60_000) yield Buffer.from(text.slice(at, at + 60_000)); })());
  try {
    const app = new Hono().get('/:type', (c) => sendFile(c as never, { name: 'long.csv', type: c.req.param('type') === 'csv' ? 'text/csv; charset=utf-8' : 'application/zip', bytes: file }));
    const packed = await app.request('/csv', { headers: { 'accept-encoding': 'gzip' } });
    expect([packed.headers.get('content-encoding'), packed.headers.get('content-length')]).toEqual(['gzip', null]);
    expect(gunzipSync(await packed.arrayBuffer()).toString() === text).toBe(true);
    const plain = await app.request('/zip', { headers: { 'accept-encoding': 'gzip' } });
    expect([plain.headers.get('content-encoding'), plain.headers.get('content-length'), plain.headers.get('content-disposition')]).toEqual([null, String(text.length), expect.stringContaining('long.csv')]);
    expect(await plain.text() === text).toBe(true);
  } finally {
    await file.close();
  }
});
