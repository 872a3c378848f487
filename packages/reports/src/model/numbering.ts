import type { Annex, Block, Figure, Heading, Table } from './document.ts';

/** Every block, in reading order, those inside voices and comparisons too. */
export function* walk(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.kind === 'voice') yield* walk(block.blocks);
    if (block.kind === 'comparison') for (const side of block.sides) yield* walk(side.blocks);
  }
}

/** A block's number as printed, and the anchor that links point at. */
export interface Place {
  readonly number: string;
  readonly anchor: string;
}

export type Numbered = Heading | Annex | Table | Figure;

/** Numbers for headings (1, 1.1; under annexes A, A.1), tables and figures with captions; the same in every format. */
export function numberBlocks(blocks: readonly Block[]): ReadonlyMap<Block, Place> {
  const places = new Map<Block, Place>();
  const levels = [0, 0, 0, 0];
  const counts = { annex: 0, table: 0, figure: 0, anchor: 0 };
  const anchorOf = (block: Numbered): string => block.id ?? `p${(counts.anchor += 1)}`;
  let annexLetter = '';
  for (const block of walk(blocks)) {
    if (block.kind === 'annex') {
      annexLetter = letterOf((counts.annex += 1));
      levels.fill(0);
      places.set(block, { number: annexLetter, anchor: anchorOf(block) });
    } else if (block.kind === 'heading') {
      places.set(block, { number: block.numbered === false ? '' : headingNumber(levels, block.level, annexLetter), anchor: anchorOf(block) });
    } else if (block.kind === 'table' || block.kind === 'figure') {
      const number = block.caption === undefined ? '' : String((counts[block.kind] += 1));
      places.set(block, { number, anchor: anchorOf(block) });
    }
  }
  return places;
}

function headingNumber(levels: number[], level: number, annexLetter: string): string {
  levels[level - 1] = (levels[level - 1] ?? 0) + 1;
  levels.fill(0, level);
  // In an annex the letter stands for level 1; a skipped level counts as its first.
  const parts = levels.slice(annexLetter === '' ? 0 : 1, level).map((count) => count || 1);
  return [...(annexLetter === '' ? [] : [annexLetter]), ...parts].join('.');
}

/** A, B, ... Z, AA, AB, ... */
function letterOf(count: number): string {
  const rest = Math.floor((count - 1) / 26);
  return (rest > 0 ? letterOf(rest) : '') + String.fromCharCode(65 + ((count - 1) % 26));
}
