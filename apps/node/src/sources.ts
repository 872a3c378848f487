/**
 * Modules held without the maps of their lines. The step that makes TypeScript run writes a map behind each module, and the runtime
 * keeps both the text and what it read from it: a quarter of a node's heap (decision 0030). A map is needed only where a fault is told,
 * and is made again then.
 */
import { readFileSync } from 'node:fs';
import { registerHooks, setSourceMapsSupport, SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import { load } from '@oxc-node/core';

const OURS = /\.tsx?$/u;
const MAP = Buffer.from('\n//# sourceMappingURL=data:');
const ENCODED = /^\n\/\/# sourceMappingURL=data:[^,]*;base64,([A-Za-z0-9+/=]+)/u;
/** A place in a module of ours, as a line of a stack names it. */
const PLACE = /(file:\/\/[^\s()]+\.tsx?):(\d+):(\d+)/u;
/** Maps held at once: a fault goes through a handful of modules. */
const MOST_MAPS = 16;

/** From here on; before it is called nothing of the node may be loaded. Faults go on naming lines as they are written. */
export function withoutMaps(): void {
  setSourceMapsSupport(false);
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      return OURS.test(url) && loaded.source ? { ...loaded, source: withoutMap(loaded.source) } : loaded;
    },
  });
  Error.prepareStackTrace = (error, frames) => [told(error), ...frames.map((frame: { toString(): string }) => `    at ${asWritten(frame.toString())}`)].join('\n');
}

type Source = string | NodeJS.TypedArray | ArrayBuffer;

function withoutMap(source: Source): Buffer {
  const bytes = bytesOf(source);
  const end = bytes.lastIndexOf(MAP);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

function bytesOf(source: Source): Buffer {
  if (typeof source === 'string') return Buffer.from(source);
  return ArrayBuffer.isView(source) ? Buffer.from(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength) : Buffer.from(source);
}

/** As the runtime says an error; also of one that cannot be said. */
function told(error: unknown): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}

function asWritten(frame: string): string {
  const [place, url, line, column] = PLACE.exec(frame) ?? [];
  if (place === undefined || url === undefined) return frame;
  const entry = mapOf(url)?.findEntry(Number(line) - 1, Number(column) - 1);
  return entry && 'originalLine' in entry ? frame.replace(place, `${url}:${entry.originalLine + 1}:${entry.originalColumn + 1}`) : frame;
}

const maps = new Map<string, SourceMap | null>();

/** Null where there is none to be had: a stack is told none the less. */
function mapOf(url: string): SourceMap | null {
  const known = maps.get(url);
  if (known !== undefined) return known;
  if (maps.size >= MOST_MAPS) maps.clear();
  let map: SourceMap | null = null;
  try {
    map = madeAgain(url);
  } catch {
    // A file that is gone, or no longer what ran.
  }
  maps.set(url, map);
  return map;
}

/** By the very step that made it the first time: another one's lines would be others. */
function madeAgain(url: string): SourceMap | null {
  const made = load(url, { format: 'module', conditions: [], importAttributes: {} }, () => ({ format: 'module', source: readFileSync(fileURLToPath(url)) }));
  if (made instanceof Promise || !made.source) return null;
  const bytes = bytesOf(made.source);
  const [, encoded] = ENCODED.exec(bytes.toString('latin1', bytes.lastIndexOf(MAP))) ?? [];
  return encoded === undefined ? null : new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString()) as ConstructorParameters<typeof SourceMap>[0]);
}
