import type { Plain } from '../layout/plain.ts';
import type { Structure } from '../structure.ts';
import type { Draft } from './items.ts';

const ROW = /^\|?[ \t]*(\d{1,3})[.)]?(?:[ \t]*\|[ \t]*|[ \t]*\t[ \t]*| {3,})(?=\S)/;

/** Items of a plan drawn up as a table: rows whose first column counts 1, 2, 3. For texts without numbered items. */
export function tableItems(structure: Structure, plain: Plain): Draft[] {
  const lists: Draft[][] = [];
  for (const at of [...structure.tables].toSorted((a, b) => a - b)) {
    const line = structure.lines[at];
    const match = line && ROW.exec(line.text);
    if (!line || !match) continue;
    const number = Number(match[1]);
    const due = (lists.at(-1)?.length ?? 0) + 1;
    if (number === 1) lists.push([]);
    else if (number !== due) continue;
    const start = line.start + match[0].length;
    const end = line.start + line.text.replace(/[\s|]+$/u, '').length;
    const place = line.start + match[0].indexOf(match[1] ?? '');
    lists.at(-1)?.push({
      number: String(number), list: 0, text: plain.words(start, end), span: plain.span(start, end), at: { start, end }, own: [{ start, end }],
      marker: { span: plain.span(place, place + (match[1] ?? '').length), text: plain.words(place, place + (match[1] ?? '').length) },
      source: 'numbered', confidence: 0.7,
    });
  }
  return lists.filter((items) => items.length > 1).flatMap((items, list) => items.map((item) => ({ ...item, list })));
}
