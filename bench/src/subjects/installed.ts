/** What an installation takes on the disk: everything a node needs and nothing of development, in a copy of the checkout. */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { subject } from '../subject.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const LEFT_OUT = new Set(['node_modules', '.git', 'data']);
const MIB = 1_024;
/** The runtime, the embedded database and the PDF compiler: what makes most of it. */
const NEEDED = ['node@', '@electric-sql+pglite@', '@myriaddreamin+typst-ts-node-compiler@'];

export default subject({
  about: 'installed size: the checkout with what a node needs to run, and with everything for development',
  run({ folder, tell }) {
    const copy = join(folder, 'copy');
    cpSync(ROOT, copy, { recursive: true, filter: (from) => !LEFT_OUT.has(basename(from)) });
    tell('installing what a node needs');
    // What is measured and checked with stays at home.
    execFileSync('pnpm', ['install', '--prod', '--frozen-lockfile', '--prefer-offline', '--filter', '@entente/node...', '--filter', '@entente/cli...', '--filter', 'entente'], { cwd: copy, stdio: 'pipe' });
    const node = sizeOf(copy);
    const missing = NEEDED.filter((name) => !readdirSync(join(copy, 'node_modules/.pnpm')).some((each) => each.startsWith(name)));
    if (missing.length > 0) throw new Error(`not installed, so nothing is measured: ${missing.join(', ')}`);
    const parts = largest(join(copy, 'node_modules/.pnpm'));
    return Promise.resolve([
      { what: 'what a node needs', unit: 'MiB', value: node, beside: { what: 'the smallest of the peers', value: 710, measured: false }, goal: { of: 'value', most: 450 } },
      { what: 'the same with everything for development', unit: 'MiB', value: sizeOf(join(ROOT, 'node_modules')) },
      ...parts.map(({ name, size }) => ({ what: `of it ${name}`, unit: 'MiB', value: size })),
    ]);
  },
});

/** On the disk, hard links counted once. */
const sizeOf = (folder: string): number => Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]) / MIB;

function largest(folder: string): { readonly name: string; readonly size: number }[] {
  return readdirSync(folder).map((name) => ({ name: name.replace(/_.*$/u, ''), size: sizeOf(join(folder, name)) })).toSorted((a, b) => b.size - a.size).slice(0, 6);
}
