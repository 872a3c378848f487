/** What the command line uses of a node. */
export { ConfigurationFault, readConfig, type NodeConfig } from './config/index.ts';
export { explainStart } from './start-fault.ts';
export { runNode } from './run.ts';
export { addAccount, addPeer, identityOf, initNode, type Identity } from './setup.ts';
