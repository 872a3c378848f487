/** The system's programs for whoever runs outside Vitest: measurements. */
export { chromium, postgresPrograms } from './needs.ts';
export { endServer, makeRunFolder, start as startPostgres } from './server.ts';
