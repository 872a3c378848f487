export { ConfigurationFault, highWaterOf, readConfig, type NodeConfig } from './read.ts';
export type { CooperationFile, NodeFile, PeerConfig } from './shape.ts';
