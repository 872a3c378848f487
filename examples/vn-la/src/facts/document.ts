/** A YAML file with the line of everything in it, so that a problem can say where it is. */
import { readFileSync } from 'node:fs';
import { isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { Problem } from '@entente/kernel';

export type Path = readonly (string | number)[];

export interface FactsDocument {
  readonly file: string;
  readonly data: unknown;
  /** Line (from 1) of the value at a path, or of the nearest thing above it that exists. */
  line(path: Path): number;
  /** Line of the key `name` of the map at a path. */
  keyLine(path: Path, name: string): number;
}

/** Reads one file. Broken YAML, an alias or a tag is a problem with its line; the data is then undefined. */
export function readDocument(folder: string, file: string, problems: Problem[]): FactsDocument | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(`${folder}/${file}`));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    problems.push({ id: missing ? 'facts.missing-file' : 'facts.unreadable', path: [file], params: { file } });
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true, prettyErrors: false });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    problems.push(...faults.map((fault) => {
      const { line, col } = lines.linePos(fault.pos[0]);
      return { id: 'facts.yaml', path: [file], params: { file, line, column: col, reason: fault.message } };
    }));
    return undefined;
  }
  const at = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line);
  return {
    file,
    data: document.toJS({ maxAliasCount: 0 }),
    line: (path) => at(offsetOf(document, path)),
    keyLine: (path, name) => at(keyOffset(document, path, name)),
  };
}

function offsetOf(document: Document.Parsed, path: Path): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0];
}

function keyOffset(document: Document.Parsed, path: Path, name: string): number | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (!isCollection(node) || !isMap(node)) return offsetOf(document, path);
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === name);
  return isScalar(pair?.key) ? pair.key.range?.[0] : offsetOf(document, path);
}
