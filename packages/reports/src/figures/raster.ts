import { Resvg } from '@resvg/resvg-js';
import { fontFiles } from '../fonts/files.ts';

const font = { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: 'Be Vietnam Pro' };

/** The picture as PNG, `width` pixels wide, on white, drawn with the shipped fonts only. */
export function rasterise(svg: string, width: number): Uint8Array {
  return new Resvg(svg, { font, fitTo: { mode: 'width', value: width }, background: '#ffffff' }).render().asPng();
}

/** The same picture with every letter as an outline. */
export function outlined(svg: string): string {
  return new Resvg(svg, { font }).toString();
}
