import type { Document } from '../model/document.ts';

export const writeDocx = async (_document: Document): Promise<Uint8Array> => new Uint8Array();
