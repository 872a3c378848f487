import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { postgresPrograms, skipFor } from './needs.ts';
import { serverOf } from './server.ts';
import './provided.ts';

/** Where a test keeps its data: understood by `openDatabase` of @entente/kernel. Fresh and empty. */
export type EngineTarget = { readonly memory: true } | { readonly url: string; readonly schema: string };

export interface Engine {
  readonly name: 'PGlite' | 'PostgreSQL';
  open(): Promise<EngineTarget>;
}

/**
 * The database engines that tests run on: always the embedded one, and PostgreSQL where it is installed (or where
 * ENTENTE_TEST_DATABASE_URL names a server that may be written to). Each `open` answers data of its own.
 */
export function engines(): readonly Engine[] {
  const embedded: Engine = { name: 'PGlite', open: () => Promise.resolve({ memory: true }) };
  const given = process.env['ENTENTE_TEST_DATABASE_URL'];
  const programs = given ? null : postgresPrograms();
  if (!given && !programs) {
    skipFor('there is no PostgreSQL (apt-get install postgresql, or ENTENTE_TEST_DATABASE_URL=url)');
    return [embedded];
  }
  const { folder, owner } = inject('ententeRun');
  const url = () => (given ? Promise.resolve(given) : serverOf(folder, programs ?? '', owner));
  const server: Engine = { name: 'PostgreSQL', open: async () => ({ url: await url(), schema: `test_${randomBytes(8).toString('hex')}` }) };
  return [embedded, server];
}
