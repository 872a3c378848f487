/** `pnpm entente COMMAND`: thin commands that speak to a running node, and those that set one up. */
import { withoutMaps } from '@entente/node/sources';

// Commands serve nodes too, and a node holds no maps.
withoutMaps();
await import('./command-line.ts');
