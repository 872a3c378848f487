import { describe, expect, it } from 'vitest';
import { forbiddenEdges, type Room } from './house.ts';

const room = (folder: string, ...dependencies: string[]): Room =>
  ({ folder, name: folder, dependencies: new Set(dependencies), development: new Set() });

describe('the house', () => {
  it('lets floors stand on the floors below', () => {
    expect(forbiddenEdges([room('apps/node', 'modules/accords'), room('modules/accords', 'packages/kernel'), room('packages/kernel', 'packages/verify'), room('packages/verify')])).toEqual([]);
  });
  it('refuses one module importing another, and says what to do', () => {
    expect(forbiddenEdges([room('modules/a', 'modules/b'), room('modules/b')])).toEqual([expect.stringContaining('modules/a may not depend on modules/b: move what both need')]);
  });
  it('refuses a package on a floor it does not stand on', () => {
    expect(forbiddenEdges([room('packages/ui', 'packages/kernel'), room('packages/kernel')])).toHaveLength(1);
  });
  it('finds cycles', () => {
    expect(forbiddenEdges([room('apps/node', 'examples/x'), room('examples/x', 'apps/node')])).toContain('cycle: apps/node -> examples/x -> apps/node');
  });
});
