/** What the command line uses of a node without its network. */
export { ConfigurationFault, readConfig, type NodeConfig } from './config/index.ts';
export { openCore, startNode, type Core, type RunningNode } from './node.ts';
export { makeKeys, readKeys } from './keys.ts';
