import type { Item } from '../act.ts';
import { candidateName } from '../consent/index.ts';
import { SHA256, UUID } from '../fields.ts';
import { contentHash } from '../identity.ts';
import { isObject } from '../project/walk.ts';

type Plain = Readonly<Record<string, unknown>>;

const isText = (value: unknown) => typeof value === 'string';
const isUuid = (value: unknown) => typeof value === 'string' && UUID.test(value);
const isHash = (value: unknown) => typeof value === 'string' && SHA256.test(value);
const isHashOrNull = (value: unknown) => value === null || isHash(value);
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= 1_000_000;
const optional = (check: (value: unknown) => boolean) => (value: unknown) => value === undefined || check(value);
const isKeyRole = (value: unknown) => value === 'journal' || value === 'cosigner' || value === 'transport';
const isPurpose = (value: unknown) => typeof value === 'string' && ['original', 'transcription', 'rectification', 'amendment', 'tombstone'].includes(value);
const isContent = optional(isObject);

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;
const base: Shape = { kind: (value) => typeof value === 'string' && /^[a-z][a-z0-9-]{0,63}$/u.test(value), kv: isCount, record: isUuid };
const carried: Shape = { hash: isHash, content: isContent };

/** What each verb must carry. Further members are let pass: a later format may add some. */
const SHAPES: Readonly<Record<Item['verb'], Shape>> = {
  put: { ...base, ...carried, on: isHashOrNull },
  retire: { ...base, on: isHash, reason: isText, successor: optional(isUuid) },
  propose: { ...base, ...carried, on: isHashOrNull, round: isCount, as: isPurpose },
  consent: { ...base, on: isHashOrNull, h: isHash },
  reject: { ...base, on: isHashOrNull, h: isHash, reason: optional(isText) },
  'key-add': { role: isKeyRole, vkey: isText, next: (value) => value === null || isText(value) },
  'key-retire': { role: isKeyRole, vkey: isText },
  erase: { record: isUuid, commitments: (value) => Array.isArray(value) && value.every(isHash) },
  excuse: { peer: isText, reason: isText },
};

export type ItemReading =
  | { readonly ok: true; readonly item: Item; /** Candidate it is about. */ readonly h: string | null }
  /** Unknown verbs are held for newer software; what breaks the format is void. */
  | { readonly ok: false; readonly class: 'held' | 'void'; readonly reason: string };

/** Reads one item of an act of format 1. Each stands or falls by itself. */
export function readItem(value: unknown): ItemReading {
  if (!isObject(value) || typeof value['verb'] !== 'string') return { ok: false, class: 'void', reason: 'item.shape' };
  if (!Object.hasOwn(SHAPES, value['verb'])) return { ok: false, class: 'held', reason: 'item.verb' };
  const shape = SHAPES[value['verb'] as Item['verb']];
  if (!Object.entries(shape).every(([name, check]) => check(value[name]))) return { ok: false, class: 'void', reason: 'item.shape' };
  const item = value as unknown as Item;
  if ('content' in item && item.content !== undefined && contentHash(item.content) !== item.hash) return { ok: false, class: 'void', reason: 'content.hash' };
  return { ok: true, item, h: nameOf(item) };
}

function nameOf(item: Item): string | null {
  if (item.verb === 'propose') return candidateName({ record: item.record, on: item.on, content: item.hash, round: item.round });
  return item.verb === 'consent' || item.verb === 'reject' ? item.h : null;
}

/** The item without its content, which is kept by its hash. */
export function bare(item: Item): { readonly body: Plain; readonly content: Plain | undefined } {
  const { content, ...body } = item as Item & { content?: Plain };
  return { body, content };
}
