import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { chromium, engines } from '../src/index.ts';

describe('what tests run on', () => {
  test('the embedded engine is always there', () => {
    expect(engines().map((engine) => engine.name)).toContain('PGlite');
  });

  const server = engines().find((engine) => engine.name === 'PostgreSQL');
  test.skipIf(!server)('a private PostgreSQL answers, and each opening has a schema of its own', async () => {
    const [one, two] = [await server?.open(), await server?.open()];
    if (!one || !two || !('url' in one) || !('url' in two)) throw new Error('no server');
    expect(one.schema).not.toBe(two.schema);
    const client = new pg.Client({ connectionString: one.url });
    await client.connect();
    const { rows } = await client.query<{ n: number }>('select current_setting(\'server_version_num\')::int as n');
    await client.end();
    expect(rows[0]?.n).toBeGreaterThanOrEqual(150_000);
  });

  test('Chromium is named by path, or the reason why not is', () => {
    const found = chromium();
    expect('path' in found ? found.path : found.reason).not.toBe('');
  });
});
