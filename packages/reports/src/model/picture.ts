/** Where an SVG could reach out of itself, or do something. */
const REACHES_OUT = /<script|<foreignObject|<image|<use[^>]+href\s*=\s*["'](?!#)|\son\w+\s*=|@import|url\(\s*["']?(?!#)|<!ENTITY|javascript:/i;

/** Whether this is a self-contained SVG with a viewBox, without scripts and without references to other files. */
export const isPicture = (svg: string): boolean => /^\s*<svg\s/.test(svg) && viewBoxOf(svg) !== undefined && !REACHES_OUT.test(svg);

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The picture's own size, from its viewBox. */
export function viewBoxOf(svg: string): Size | undefined {
  const [, , , width, height] = /<svg[^>]*\sviewBox="(-?[\d.]+)[\s,]+(-?[\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)"/.exec(svg) ?? [];
  return Number(width) > 0 && Number(height) > 0 ? { width: Number(width), height: Number(height) } : undefined;
}
