import type { Problem } from '@entente/kernel';
import type { Lang } from '@entente/text';
import { flowOf } from './assemble/flow.ts';
import { dateOf, placeOf, stampOf, titleLines } from './assemble/head.ts';
import { numberedItems, proseItems } from './assemble/items.ts';
import type { Draft } from './assemble/items.ts';
import { notesOf } from './assemble/notes.ts';
import { tableItems } from './assemble/table-items.ts';
import { passagesOf } from './assemble/passages.ts';
import { datesFirst, findAll } from './finding/index.ts';
import type { Context, Mentions, Raw } from './finding/index.ts';
import { directoryOf } from './finding/register.ts';
import { tokensOf } from './finding/tokens.ts';
import { languageOf } from './language.ts';
import { paragraphsOf, wordsOfParagraphs } from './layout/paragraphs.ts';
import type { Paragraph } from './layout/paragraphs.ts';
import { plainOf } from './layout/plain.ts';
import type { Plain } from './layout/plain.ts';
import { promisingSentences } from './prose/candidates.ts';
import { structureOf } from './structure.ts';
import type { Structure } from './structure.ts';
import type { Extract, Found, FoundPlace, Item, ReadOptions, Reading, Span } from './types.ts';

/** Longest text read: about 1,500 pages. */
const LONGEST = 5 * 1024 * 1024;

/**
 * Finds the numbered items of a text and what is in them; of prose, the sentences in which the parties promise
 * something. Suggestions for a person to correct. Never throws; of a text over 5 Mi characters the beginning is read,
 * with a note.
 */
export function readText(text: string, options: ReadOptions): Reading {
  const plain = plainOf(text.slice(0, LONGEST));
  const structure = structureOf(plain);
  const paragraphs = allParagraphs(structure);
  const flow = flowOf(plain, paragraphs, structure.removed.map(({ line }) => line));
  const lang = options.lang ?? languageOf(flow);
  const title = titleLines(structure);
  const stamp = stampOf(structure);
  const seen = lookThrough({ plain: { ...plain, text: flow }, tokens: tokensOf(flow), lang, directory: directoryOf(options.register, options.people), on: options.on }, structure, stamp?.date);
  const named = new Set(title.map(({ start }) => start));
  const body = paragraphs.filter(({ lines }) => !lines.some(({ start }) => named.has(start)));
  const drafts = itemsOf(structure, { plain, flow, lang }, body, seen.mentions);
  const place = placeOf(flow, seen.found, seen.date);
  const date = seen.date?.type === 'date' ? { span: seen.date.span, text: seen.date.text, date: seen.date.value.date }
    : stamp ? { ...lineExtract(stamp.line, plain), date: stamp.date } : undefined;
  const whole = text.length > LONGEST ? [tooLong(text)] : [];
  return {
    lang, ...partsAround(structure, plain, title), ...(date ? { date } : {}), ...(place ? { place: shown(place) as FoundPlace } : {}),
    passages: passagesOf(structure, title, drafts, plain),
    noise: structure.removed.filter(({ role }) => role === 'noise').map(({ line }) => line).toSorted((a, b) => a.start - b.start).map((line) => plain.span(line.start, line.end)),
    items: withFound(drafts, seen.found), found: seen.found.map(shown), notes: [...whole, ...notesOf(structure, drafts, text)],
  };
}

const tooLong = (text: string): Problem => ({ id: 'reading.too-long', path: [], params: { read: LONGEST, length: text.length } });

/** Paragraphs of all the text: those of items, and the rest between them. */
function allParagraphs(structure: Structure): Paragraph[] {
  const ofItems = structure.extents.flatMap(({ paragraphs, above }) => [...paragraphs, ...(above ? [above] : [])]);
  const taken = new Set(ofItems.flatMap(({ lines }) => lines.map(({ index }) => index)));
  for (const { entry } of structure.extents) taken.add(entry.node.line);
  const runs: (typeof structure.lines[number])[][] = [];
  for (const line of structure.lines) {
    if (taken.has(line.index)) continue;
    if (runs.at(-1)?.at(-1)?.index === line.index - 1) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return [...ofItems, ...runs.flatMap((run) => paragraphsOf(run, structure.wrap))].toSorted((a, b) => a.start - b.start);
}

/** Dates first: they tell when the text was made, and that which offices existed. */
function lookThrough(context: Context, structure: Structure, stamp: string | undefined): { found: Raw[]; mentions: Mentions; date: Raw | undefined } {
  const dates = datesFirst(context, stamp);
  const date = dateOf(structure, dates, stamp);
  const on = context.on ?? (date?.type === 'date' ? date.value.date : stamp);
  return { ...findAll({ ...context, on }, dates), date };
}

function itemsOf(structure: Structure, texts: { plain: Plain; flow: string; lang: Lang }, paragraphs: readonly Paragraph[], mentions: Mentions): Draft[] {
  if (structure.extents.length > 0) return numberedItems(structure, texts);
  const rows = tableItems(structure, texts.plain);
  if (rows.length > 0) return rows;
  const sides = sidesIn(mentions);
  const prose = paragraphs.filter(({ lines }) => !lines.some(({ index }) => structure.tables.has(index)));
  return proseItems(promisingSentences(prose, texts.flow, texts.lang, sides), texts);
}

/** How many parties a stretch of the text names. */
function sidesIn({ parties }: Mentions): (start: number, end: number) => number {
  let from = 0;
  // Stretches come in order, so the parties are walked through once.
  return (start, end) => {
    while (from < parties.length && (parties[from]?.start ?? 0) < start) from += 1;
    const ids = new Set<string>();
    for (let at = from; at < parties.length && (parties[at]?.end ?? 0) <= end; at += 1) ids.add(parties[at]?.party.id ?? '');
    return ids.size;
  };
}

function partsAround(structure: Structure, plain: Plain, title: readonly { start: number; end: number }[]): { title?: Extract; preamble?: Extract; closing?: Extract } {
  const { extents, lines, wrap } = structure;
  const named = title.length > 0 ? { title: { ...extractOf(title, plain), text: title.map((line) => plain.words(line.start, line.end)).join(' ') } } : {};
  const first = extents[0]?.entry.node.line;
  if (first === undefined) return named;
  const starts = new Set(title.map(({ start }) => start));
  const before = paragraphsOf(lines.slice(0, first).filter((line) => !starts.has(line.start)), wrap).filter((one) => one !== extents[0]?.above);
  const end = extents.reduce((reach, extent) => Math.max(reach, extent.end), 0);
  const after = structure.after.filter(({ start }) => start >= end);
  return {
    ...named,
    ...(before.length > 0 ? { preamble: { ...extractOf(before, plain), text: wordsOfParagraphs(before, plain) } } : {}),
    ...(after.length > 0 ? { closing: { ...extractOf(after, plain), text: wordsOfParagraphs(after, plain) } } : {}),
  };
}

function extractOf(parts: readonly Span[], plain: Plain): { span: Span } {
  return { span: plain.span(parts[0]?.start ?? 0, parts.at(-1)?.end ?? 0) };
}

const lineExtract = (line: Span, plain: Plain): Extract => ({ span: plain.span(line.start, line.end), text: plain.words(line.start, line.end) });

function shown({ at: _at, ...found }: Raw): Found {
  return found;
}

/** Gives each item what was found in its words. */
function withFound(drafts: readonly Draft[], found: readonly Raw[]): Item[] {
  return drafts.map(({ at, own, ...item }) => {
    const inside: Found[] = [];
    for (let place = firstFrom(found, at.start); place < found.length && (found[place]?.at.start ?? 0) < at.end; place += 1) {
      const one = found[place] as Raw;
      if (own.some((part) => one.at.start >= part.start && one.at.end <= part.end)) inside.push(shown(one));
    }
    return { ...item, found: inside };
  });
}

function firstFrom(found: readonly Raw[], start: number): number {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.at.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
