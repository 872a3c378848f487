import { byWord } from '../vocabulary/index.ts';
import { wordCount } from '../layout/lines.ts';
import type { Line } from '../layout/lines.ts';
import { partLetter } from './label.ts';
import { RANK } from './marker.ts';
import type { List, Node, Outline } from './outline.ts';

/** An entry with the number it is called by in its list. */
export interface Numbered {
  readonly node: Node;
  readonly number: string;
  readonly parent?: string;
  readonly list: number;
}

export interface Selection {
  readonly entries: readonly Numbered[];
  /** Entries that are headings of the items under them. */
  readonly headings: readonly Node[];
  /** Lists that are none of the text's items: reasons given, people present. */
  readonly leftOut: readonly { readonly list: List; readonly why: 'recitals' | 'people' | 'bullets' }[];
}

/** Chooses which lists hold the text's items, and numbers every entry. */
export function selectItems(outline: Outline, lines: readonly Line[]): Selection {
  const leftOut: { list: List; why: 'recitals' | 'people' | 'bullets' }[] = [];
  const real: List[] = [];
  for (const list of outline.top) {
    const why = whyNot(list, lines);
    if (why) leftOut.push({ list, why });
    else if (list.rank === RANK.word || list.nodes.length > 1) real.push(list);
  }
  const numbered = real.filter((list) => list.rank !== RANK.bullet);
  const chosen = numbered.length > 0 ? numbered : real.filter((list) => isSubstantial(list, lines));
  if (numbered.length > 0) for (const list of real) if (list.rank === RANK.bullet) leftOut.push({ list, why: 'bullets' });
  const headings: Node[] = [];
  const entries: Numbered[] = [];
  const keep = (child: List): boolean => {
    const why = whyNot(child, lines);
    if (why) leftOut.push({ list: child, why });
    return !why;
  };
  chosen.forEach((list, at) => {
    const { nodes, containers } = withoutContainers(list);
    headings.push(...containers);
    number(nodes, { list: at, above: undefined, keep, into: entries, taken: new Set() });
  });
  return { entries: entries.toSorted((a, b) => a.node.line - b.node.line), headings, leftOut };
}

const restOf = (node: Node, lines: readonly Line[]) => (lines[node.line]?.text.slice(node.marker.length) || lines[node.line + 1]?.text) ?? '';

function whyNot(list: List, lines: readonly Line[]): 'recitals' | 'people' | undefined {
  const share = (test: RegExp) => list.nodes.filter((node) => test.test(restOf(node, lines))).length / list.nodes.length;
  if (share(byWord.recital) > 0.5) return 'recitals';
  return share(byWord.honorific) > 0.6 ? 'people' : undefined;
}

/** Bullets hold items when they say something; menus do not. */
function isSubstantial(list: List, lines: readonly Line[]): boolean {
  const words = list.nodes.map((node) => {
    const rest = restOf(node, lines);
    return Math.max(wordCount(rest), rest.length / 8);
  });
  return list.nodes.length > 1 && words.reduce((sum, count) => sum + count, 0) / words.length >= 4;
}

/** Where numbers run on from one heading to the next, the headings are no items: their entries make one list. */
function withoutContainers(list: List): { nodes: readonly Node[]; containers: readonly Node[] } {
  const running = list.nodes.flatMap((node) => node.children).find((child) => child.resumes);
  if (!running) return { nodes: list.nodes, containers: [] };
  const nodes = list.nodes.flatMap((node) => node.children).filter((child) => child.style === running.style).flatMap((child) => child.nodes);
  return { nodes, containers: list.nodes };
}

interface Numbering {
  readonly list: number;
  readonly above: string | undefined;
  readonly keep: (child: List) => boolean;
  readonly into: Numbered[];
  readonly taken: Set<string>;
}

function number(nodes: readonly Node[], numbering: Numbering): void {
  const { list, above, into, taken } = numbering;
  nodes.forEach((node, at) => {
    const { marker } = node;
    const label = marker.label || (above === undefined ? String(at + 1) : partLetter(at));
    // "5.1" says by itself what it is part of; under "II", whose items begin anew, that is II.5.
    const below = marker.above === undefined || !isCalled(above, marker.above) ? label : String(marker.value);
    const name = unused(above === undefined ? label : `${above}.${below}`, taken);
    into.push({ node, number: name, list, ...(above === undefined ? {} : { parent: above }) });
    number(node.children.filter(numbering.keep).flatMap((child) => child.nodes), { ...numbering, above: name });
  });
}

/** Whether "II.5" is what is called 5 there. */
const isCalled = (number: string | undefined, label: string) => number === label || number?.endsWith(`.${label}`) === true;

/** Two lists under one item (a, b; then again a, b) keep apart. */
function unused(name: string, taken: Set<string>): string {
  let free = name;
  for (let more = 2; taken.has(free); more += 1) free = `${name}-${more}`;
  taken.add(free);
  return free;
}
