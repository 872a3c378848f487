export { startExchange, type Exchange, type ExchangeOptions, type Peer } from './exchange.ts';
export { exchangeServer, type ExchangeServer, type ServeOptions } from './serve/index.ts';
export { nonceMemory, signedHeaders, verifyRequest, type TransportKey } from './signature/index.ts';
export { systemClock, type Clock } from './clock.ts';
export type { PeerFaultState, PeerState } from './pull/index.ts';
export { describeFile, FileFault, exportStream, exportTo, importFrom, importStream, type Described, type ExportOptions, type Imported, type ImportOptions, type TransportKeys, unsealerOf, type Unsealer } from './file/index.ts';
export { checkFiles, copyFiles, copyJournal, filesIn, filesOf, type CheckedFiles, type CopiedFiles, type Copied, type JournalFiles } from './static/index.ts';
