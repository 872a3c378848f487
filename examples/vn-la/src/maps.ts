import { fileURLToPath } from 'node:url';

/** Map files of the cooperation's provinces, those that stand today first (docs/maps.md). */
export const mapFiles: readonly string[] = ['since-2025-07', 'before-2025-07'].map((name) => fileURLToPath(new URL(`../maps/${name}.topo.json`, import.meta.url)));
