import { isReached, ratioOf, type Line } from './subject.ts';

/** A number with three figures that count; never in powers of ten. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toLocaleString('en', { maximumFractionDigits: Math.min(digits, 4) });
}

const HEAD = ['what', 'ours', 'unit', 'beside', 'figure', 'ratio', 'goal', ''];

/** Lines as a table of plain text. A figure beside that was not measured in this run stands in brackets. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [HEAD, ...lines.map(cellsOf)];
  const widths = HEAD.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  const right = new Set([1, 4, 5]);
  return rows.map((row) => row.map((cell, at) => (right.has(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  ').trimEnd()).join('\n');
}

function cellsOf(line: Line): string[] {
  const { what, unit, value, beside } = line;
  const ratio = ratioOf(line);
  const reached = isReached(line);
  const other = beside ? figure(beside.value) : '';
  return [what, figure(value), unit, beside?.what ?? '', beside?.measured === false ? `(${other})` : other, ratio === null ? '' : figure(ratio), goalText(line), reached === null ? '' : reached ? 'reached' : 'missed'];
}

function goalText({ goal }: Line): string {
  if (!goal) return '';
  const bounds = [...(goal.least === undefined ? [] : [`>= ${figure(goal.least)}`]), ...(goal.most === undefined ? [] : [`<= ${figure(goal.most)}`])].join(', ');
  return goal.of === 'ratio' ? `ratio ${bounds}` : bounds;
}
