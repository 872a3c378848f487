/** Files of one batch, whole. */
import { csvPieces, xlsxPieces, type SheetToWrite } from '../src/index.ts';

async function* once<T>(batch: T): AsyncGenerator<T> { yield batch; }
export const together = async (pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> => new Uint8Array(Buffer.concat(await Array.fromAsync(pieces)));
export const writeXlsx = (sheet: SheetToWrite): Promise<Uint8Array> => together(xlsxPieces(sheet, once(sheet.rows)));
export const writeCsv = (rows: readonly (readonly string[])[]): Promise<Uint8Array> => together(csvPieces(once(rows)));
