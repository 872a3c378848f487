/** What some tests need of the machine. Where it is absent they are skipped and say why; under ENTENTE_TEST_ALL a skip is a failure. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const told = new Set<string>();

/** Says once why something is skipped; throws instead where everything has to run. */
export function skipFor(reason: string): { readonly reason: string } {
  if (process.env['ENTENTE_TEST_ALL'] === '1') throw new Error(`ENTENTE_TEST_ALL=1, but ${reason}`);
  if (!told.has(reason)) process.stderr.write(`skipped: ${reason}\n`);
  told.add(reason);
  return { reason };
}

/** Folder of the newest PostgreSQL programs, or null. `pg_ctl` and `initdb` are seldom on the path. */
export function postgresPrograms(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(root, version, 'bin')), ...(process.env['PATH'] ?? '').split(delimiter)];
  return folders.find((folder) => isProgram(join(folder, 'initdb')) && isProgram(join(folder, 'postgres'))) ?? null;
}

/** The system's Chromium, or why there is none. */
export function chromium(): { readonly path: string } | { readonly reason: string } {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const found = [process.env['ENTENTE_TEST_CHROMIUM'] ?? '', ...(process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))].find(isProgram);
  return found ? { path: found } : skipFor('there is no Chromium (apt-get install chromium, or ENTENTE_TEST_CHROMIUM=path)');
}

/** The text of a PDF by poppler's pdftotext; null where that is not installed. */
export function pdfText(pdf: Uint8Array): string | null {
  const program = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'pdftotext')).find(isProgram);
  if (program === undefined) {
    skipFor('there is no pdftotext (apt-get install poppler-utils)');
    return null;
  }
  return execFileSync(program, ['-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return file !== '';
  } catch {
    return false;
  }
}
