import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { exportFrames, type ExportOptions } from './export.ts';
import { FileFault } from './frames.ts';
import { importFrames, type Imported, type ImportOptions } from './import.ts';

/** Bytes a file may unfold to, for each byte of it: text packs to a tenth, a bomb to a thousandth. */
const MOST_UNFOLDING = 200;
/** What may unfold before that is asked. */
const FREE = 16 * 1024 * 1024;

/** An export as it is written or sent: gzip over the frames. */
export const exportStream = (options: ExportOptions): Readable => Readable.from(exportFrames(options), { objectMode: false }).pipe(createGzip());

/** Writes an export beside and renames it, so that half a file is never taken for one. */
export async function exportTo(file: string, options: ExportOptions): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(exportFrames(options), { objectMode: false }), createGzip(), createWriteStream(beside, { flags: 'wx', mode: 0o600 }));
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}

/** Takes a compressed export in as it comes. Throws FileFault; `file.bomb` when it unfolds beyond all measure. */
export async function importStream(packed: AsyncIterable<Uint8Array>, options: ImportOptions): Promise<Imported> {
  const gunzip = createGunzip();
  let sent = 0;
  const feed = async function* (): AsyncGenerator<Uint8Array> {
    for await (const part of packed) {
      sent += part.length;
      yield part;
    }
  };
  const source = Readable.from(feed(), { objectMode: false });
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  const unfolded = async function* (): AsyncGenerator<Uint8Array> {
    let size = 0;
    try {
      for await (const part of gunzip) {
        size += (part as Uint8Array).length;
        if (size > FREE && size > sent * MOST_UNFOLDING) throw new FileFault('file.bomb', { bytes: size, packed: sent });
        yield part as Uint8Array;
      }
    } catch (error) {
      if (error instanceof FileFault) throw error;
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      throw new FileFault(code === 'Z_BUF_ERROR' ? 'file.cut' : code.startsWith('Z_') ? (size === 0 ? 'file.not-an-export' : 'file.damaged') : 'file.unreadable', { reason: code });
    }
  };
  try {
    return await importFrames(unfolded(), options);
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

export const importFrom = (file: string, options: ImportOptions): Promise<Imported> => importStream(createReadStream(file), options);
