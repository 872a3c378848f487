/** `pnpm faults`: the whole campaign of faults (docs/faults.md); every run of the tests has a few points of each kind. */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('pnpm', ['exec', 'vitest', 'run', 'packages/kernel/test/faults.test.ts', 'packages/kernel/test/kill.test.ts', 'packages/kernel/test/model-schedules.test.ts', 'packages/exchange/test/lies.test.ts', 'packages/exchange/test/manners.test.ts', 'packages/exchange/test/converge.test.ts', 'packages/exchange/test/hosts.test.ts', ...process.argv.slice(2)], {
  stdio: 'inherit', env: { ...process.env, ENTENTE_FAULTS: 'whole' },
});
process.exit(status ?? 1);
