import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Room } from './house.ts';
import { undeclaredImports } from './imports.ts';

const room: Room = { folder: 'packages/a', name: '@x/a', dependencies: new Set(['hono']), development: new Set(['vitest']) };

describe('imports', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'entente-imports-'));
    mkdirSync(join(root, 'packages/a/src'), { recursive: true });
  });
  afterAll(() => { rmSync(root, { recursive: true, force: true }); });
  const judged = (name: string, line: string): string[] => {
    const file = join(root, 'packages/a/src', name);
    writeFileSync(file, line);
    return undeclaredImports(root, room, [file]);
  };

  it('of what the package declares, of the runtime and of its own files are fine', () => {
    expect(judged('one.ts', `import { Hono } from 'hono';\nimport fs from 'node:fs';\nimport './two.ts';\nimport type { X } from '@x/a/sub';`)).toEqual([]);
  });
  it('of what it does not declare are refused, each with its name', () => {
    expect(judged('one.ts', `import pg from 'pg';\nconst x = await `.concat('import', `('yaml');`))).toEqual([expect.stringContaining('"pg" is not declared'), expect.stringContaining('"yaml" is not declared')]);
  });
  it('by path into another package are refused', () => {
    expect(judged('one.ts', `import '../../b/src/index.ts';`)).toEqual([expect.stringContaining('reaches into another package by path')]);
  });
  it('of development dependencies belong into tests', () => {
    expect(judged('one.ts', `import { it } from 'vitest';`)).toEqual([expect.stringContaining('development dependency')]);
    expect(judged('one.test.ts', `import { it } from 'vitest';`)).toEqual([]);
  });
  it('by absolute path are refused, unless a test serves a page that says so', () => {
    expect(judged('one.ts', `await import('/index.ts');`)).toEqual([expect.stringContaining('absolute path')]);
    expect(judged('one.test.ts', `await import('/index.ts');`)).toEqual([]);
  });
});
