export { configProblem, ConfigurationFault, type ConfigProblem } from './fault.ts';
export { highWaterOf, readConfig, type NodeConfig } from './read.ts';
export type { CooperationFile, NodeFile, PeerConfig } from './shape.ts';
