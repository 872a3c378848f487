/** `pnpm check`: types, lint, import rules, dead code. Prints every fault of every step, then fails once. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forbiddenEdges, type Room } from './house.ts';
import { undeclaredImports } from './imports.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

function rooms(): Room[] {
  const folders = ['apps', 'modules', 'packages', 'examples', 'tools'].flatMap((floor) =>
    existsSync(join(root, floor)) ? readdirSync(join(root, floor)).map((name) => `${floor}/${name}`) : []);
  return [...folders, 'bench'].filter((folder) => existsSync(join(root, folder, 'package.json'))).map((folder) => {
    const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<string, Record<string, string>> & { name: string };
    return { folder, name: manifest.name, dependencies: new Set(Object.keys(manifest['dependencies'] ?? {})), development: new Set(Object.keys(manifest['devDependencies'] ?? {})) };
  });
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function run(name: string, command: string, ...args: string[]): boolean {
  const started = performance.now();
  const { status } = spawnSync(join(root, 'node_modules/.bin', command), args, { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return status === 0;
}

function houseRules(): boolean {
  const all = rooms();
  const faults = [...forbiddenEdges(all), ...all.flatMap((room) => undeclaredImports(root, room, sources(room.folder)))];
  for (const fault of faults) console.error(`  ${fault}`);
  console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} import rules (${all.length} packages)`);
  return faults.length === 0;
}

const steps = [
  run('types', 'tsc', '-p', '.'),
  run('lint', 'oxlint', '--type-aware', '--deny-warnings'),
  houseRules(),
  run('dead code', 'knip', '--no-progress'),
];
process.exitCode = steps.every(Boolean) ? 0 : 1;
