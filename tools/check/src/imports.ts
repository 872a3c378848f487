import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import type { Room } from './house.ts';

const IMPORT = /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gu;
const isTest = (file: string): boolean => /\.test\.tsx?$|\/test\/|\/testing(\.ts|\/)|\/bench\//u.test(file);

/** Every import of a room's files that its own package.json does not declare, or that reaches into another room by path. */
export function undeclaredImports(root: string, room: Room, files: readonly string[]): string[] {
  const faults: string[] = [];
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    for (const match of source.matchAll(IMPORT)) {
      const fault = judge(root, room, file, match[1] ?? match[2] ?? '');
      if (fault) faults.push(`${relative(root, file)}: ${fault}`);
    }
  }
  return faults;
}

function judge(root: string, room: Room, file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) {
    const target = relative(resolve(root, room.folder), resolve(dirname(file), specifier));
    return target.startsWith('..') ? `"${specifier}" reaches into another package by path; import it by name` : null;
  }
  // An address on the site of a page that a test serves; anywhere else it is a path of one machine.
  if (specifier.startsWith('/')) return isTest(file) ? null : `"${specifier}" is an absolute path`;
  if (specifier.startsWith('node:') || specifier.startsWith('#') || builtinModules.includes(specifier)) return null;
  const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  if (name === room.name || room.dependencies.has(name)) return null;
  if (room.development.has(name)) return isTest(file) ? null : `"${name}" is a development dependency, used outside tests`;
  return `"${name}" is not declared in ${room.folder}/package.json`;
}
