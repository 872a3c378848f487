/** Party colours are data; whatever a ministry chooses stays readable on paper and on a dark screen. */

type Rgb = readonly [number, number, number];

/** Throws on anything but `#rrggbb`: the value ends up in a style sheet. */
export function readColour(hex: string): Rgb {
  if (!/^#[0-9a-f]{6}$/iu.test(hex)) throw new Error(`colour must be #rrggbb: ${hex}`);
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
}

const toHex = (rgb: Rgb): string => `#${rgb.map((c) => Math.round(c).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4)) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(readColour(a)), luminance(readColour(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const mix = (from: Rgb, to: Rgb, part: number): Rgb => from.map((c, i) => c + ((to[i] ?? 0) - c) * part) as unknown as Rgb;

/** The colour itself, or the nearest shade towards black (on light) or white (on dark) that reaches the contrast. */
export function readable(colour: string, ground: string, wanted = 5.5): string {
  const goal: Rgb = luminance(readColour(ground)) > 0.5 ? [0, 0, 0] : [255, 255, 255];
  const start = readColour(colour);
  for (let part = 0; part <= 1; part += 0.04) {
    const shade = toHex(mix(start, goal, part));
    if (contrast(shade, ground) >= wanted) return shade;
  }
  return toHex(goal);
}
