export { emptyRoot, HASH_BYTES, leafHash, nodeHash, type Hash } from './hashing.ts';
export { Frontier, rootOf, type FrontierState, type OnNode } from './frontier.ts';
export { consistencyFault, inclusionFault, verifyConsistency, verifyInclusion, type ProofFault } from './check.ts';
export { consistencyProof, inclusionProof, rootFrom, type ReadHash } from './prove.ts';
export { parseTilePath, TILE_WIDTH, tileOfLeaf, tilePath, tileReader, tilesBetween, type Tile } from './tiles.ts';
export { encodeEntries, MAX_ENTRY_BYTES, parseEntries } from './entries.ts';
