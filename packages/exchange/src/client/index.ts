export type { ClientOptions } from './ask.ts';
export { peerClient, type PeerClient } from './client.ts';
export { endsLook, PeerFault } from './fault.ts';
export { formatHeads, type Head } from './heads.ts';
