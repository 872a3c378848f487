export { exportStream, exportTo, importFrom, importStream } from './file.ts';
export type { ExportOptions } from './export.ts';
export { describeFile, type Described } from './describe.ts';
export { FileFault } from './frames.ts';
export type { Imported, ImportOptions } from './import.ts';
export type { TransportKeys } from './manifest.ts';
export { unsealerOf, type Unsealer } from './sealed.ts';
