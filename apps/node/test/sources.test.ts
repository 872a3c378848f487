import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const support = (name: string): string => fileURLToPath(new URL(`support/${name}`, import.meta.url));

test('given a process that holds no maps, then a fault still names the line as it is written', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', '@oxc-node/core/register', support('tell-fault.ts')], { cwd: fileURLToPath(new URL('../../..', import.meta.url)) });
  const { stack, at, isHeld, odd } = JSON.parse(stdout) as { stack: string; at: string; isHeld: boolean; odd: boolean };
  const line = readFileSync(support('fault.tsx'), 'utf8').split('\n').findIndex((text) => text.includes('throw new')) + 1;
  expect(stack.split('\n').slice(0, 2)).toEqual(['RangeError: lời cuối', expect.stringContaining(`fault (${at}:${line}:`)]);
  expect([isHeld, odd]).toEqual([false, true]);
});
