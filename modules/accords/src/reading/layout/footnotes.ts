import { markersOf } from '../lists/marker.ts';
import { beginsSmall, endsSentence } from './lines.ts';
import type { Line } from './lines.ts';

const NOTE = /^(?:\[\d{1,3}\]|[\u00B9\u00B2\u00B3\u2070-\u2079]+|\(\*+\)) ?\S/;

/** Lines of footnotes: `[1] ...`, `¹ ...`, with the lines that continue them. */
export function footnotesOf(lines: readonly Line[]): Set<number> {
  const found = new Set<number>();
  for (const line of lines) {
    const before = lines[line.index - 1];
    const goesOn = before !== undefined && found.has(before.index) && line.gap === 0 && markersOf(line.text).length === 0
      && (beginsSmall(line.text) || !endsSentence(before.text));
    if (NOTE.test(line.text) || goesOn) found.add(line.index);
  }
  return found;
}
