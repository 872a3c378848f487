/** Vitest's global set-up: one folder for the run, in which the first suite that needs PostgreSQL starts it. */
import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import './provided.ts';
import { endServer, makeRunFolder } from './server.ts';

export default function setup(project: TestProject): () => Promise<void> {
  const folder = makeRunFolder();
  project.provide('ententeRun', { folder, owner: process.pid });
  return async () => {
    await endServer(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
