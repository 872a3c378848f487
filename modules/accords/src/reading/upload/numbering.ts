import { partLetter } from '../lists/label.ts';
import { attribute, eventsOf } from '@entente/sheets/package';

interface Level {
  start: number;
  format: string;
  /** `%1.%2` with the counters of its levels. */
  text: string;
  legal: boolean;
  style?: string;
}

/** How Word numbers paragraphs: ECMA-376 part 1, 17.9. */
export interface Numbering {
  /** The label of the next paragraph that is numbered so: "5.", "a)", "•"; '' for none. Counts. */
  next(numId: string, level: number): string;
  /** The numbering that a paragraph style brings. */
  ofStyle(style: string): { readonly numId: string; readonly level: number } | undefined;
}

interface Instance {
  readonly abstract: string;
  readonly starts: Map<number, number>;
}

export function numberingOf(numberingXml: string, stylesXml: string): Numbering {
  const { abstracts, instances } = definitions(numberingXml);
  const styles = stylesWithNumbers(stylesXml);
  const counters = new Map<string, number[]>();
  const restarted = new Set<string>();
  return {
    next(numId, level) {
      const instance = instances.get(numId);
      const levels = instance && abstracts.get(instance.abstract);
      const own = levels?.[level];
      if (!instance || !levels || !own || own.format === 'none') return '';
      const counts = counters.get(instance.abstract) ?? [];
      counters.set(instance.abstract, counts);
      const override = instance.starts.get(level);
      const first = override !== undefined && !restarted.has(`${numId} ${level}`);
      restarted.add(`${numId} ${level}`);
      counts[level] = first ? override : counts[level] === undefined ? own.start : (counts[level] ?? 0) + 1;
      counts.length = level + 1;
      for (let above = 0; above < level; above += 1) counts[above] ??= levels[above]?.start ?? 1;
      return labelOf(own, levels, counts);
    },
    ofStyle(style) {
      const found = styles.get(style);
      if (!found) return undefined;
      const levels = abstracts.get(instances.get(found.numId)?.abstract ?? '');
      const linked = levels?.findIndex((level) => level?.style === style) ?? -1;
      return { numId: found.numId, level: found.level ?? Math.max(0, linked) };
    },
  };
}

function definitions(xml: string): { abstracts: Map<string, Level[]>; instances: Map<string, Instance> } {
  const abstracts = new Map<string, Level[]>();
  const instances = new Map<string, Instance>();
  let levels: Level[] | undefined;
  let level: Level | undefined;
  let instance: { id: string; starts: Map<number, number> } | undefined;
  let overridden = 0;
  for (const event of eventsOf(xml)) {
    if (event.is === 'close' && (event.name === 'abstractNum' || event.name === 'num')) [levels, level, instance] = [undefined, undefined, undefined];
    if (event.is !== 'open') continue;
    const value = attribute(event.attributes, 'val') ?? '';
    if (event.name === 'abstractNum') abstracts.set(attribute(event.attributes, 'abstractNumId') ?? '', (levels = []));
    else if (event.name === 'num') instance = { id: attribute(event.attributes, 'numId') ?? '', starts: new Map() };
    else if (event.name === 'abstractNumId' && instance) instances.set(instance.id, { abstract: value, starts: instance.starts });
    else if (event.name === 'lvlOverride') overridden = Number(attribute(event.attributes, 'ilvl') ?? 0);
    else if (event.name === 'startOverride') instance?.starts.set(overridden, Number(value) || 1);
    else if (event.name === 'lvl' && levels) {
      level = { start: 1, format: 'decimal', text: '', legal: false };
      levels[Math.min(8, Number(attribute(event.attributes, 'ilvl') ?? 0) || 0)] = level;
    } else if (level) describe(level, event.name, value);
  }
  return { abstracts, instances };
}

function describe(level: Level, name: string, value: string): void {
  if (name === 'start') level.start = Number(value) || 0;
  else if (name === 'numFmt') level.format = value;
  else if (name === 'lvlText') level.text = value;
  else if (name === 'isLgl') level.legal = value !== '0' && value !== 'false';
  else if (name === 'pStyle') level.style = value;
}

function stylesWithNumbers(xml: string): Map<string, { numId: string; level?: number }> {
  const found = new Map<string, { numId: string; level?: number }>();
  let style = '';
  let level: number | undefined;
  for (const event of eventsOf(xml)) {
    if (event.is !== 'open') continue;
    if (event.name === 'style') [style, level] = [attribute(event.attributes, 'styleId') ?? '', undefined];
    else if (event.name === 'ilvl') level = Number(attribute(event.attributes, 'val') ?? 0);
    else if (event.name === 'numId' && style !== '') found.set(style, { numId: attribute(event.attributes, 'val') ?? '', ...(level === undefined ? {} : { level }) });
  }
  return found;
}

function labelOf(level: Level, levels: readonly (Level | undefined)[], counts: readonly number[]): string {
  if (level.format === 'bullet') return /^[-\u2013+*]$/.test(level.text) ? level.text : '\u2022';
  const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    return counted(counts[at] ?? 1, level.legal ? 'decimal' : levels[at]?.format ?? 'decimal');
  }).trim();
  // A bare number would not be told from a word of the text.
  return /[\p{L}\p{N}]$/u.test(label) ? `${label}.` : label;
}

function counted(value: number, format: string): string {
  switch (format) {
    case 'upperRoman': return roman(value);
    case 'lowerRoman': return roman(value).toLowerCase();
    case 'upperLetter': return partLetter(Math.max(0, value - 1)).toUpperCase();
    case 'lowerLetter': return partLetter(Math.max(0, value - 1));
    case 'decimalZero': return String(value).padStart(2, '0');
    default: return String(value);
  }
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
];

function roman(value: number): string {
  let rest = Math.min(value, 3_999);
  let text = '';
  for (const [worth, letters] of ROMAN) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}
