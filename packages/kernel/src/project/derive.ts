import type { Content, AnyKind } from '../kind.ts';
import { SHA256, UUID, type Fields, type Localized } from '../fields.ts';
import { fieldsIn, isObject } from './walk.ts';

export interface Derived {
  /** In the kind's version of today. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly kv: number;
  readonly title: Localized | string;
  readonly date: string | null;
  readonly links: readonly { readonly rel: string; readonly to: string }[];
}

/** What storage keeps of a content beside itself. Never throws: a peer's content may have any shape. */
export function derive(kind: AnyKind, kv: number, original: Readonly<Record<string, unknown>>): Derived {
  const content = upcast(kind, kv, original);
  return { content, kv: kind.version, title: titleOf(kind, content), date: dateOf(kind, content), links: linksOf(kind, content) };
}

/** Content written in an earlier version, brought to today's; as it is where an upcaster fails on it. */
export function upcast(kind: AnyKind, kv: number, original: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  let content = original;
  for (let to = kv + 1; to <= kind.version; to += 1) content = attempt(() => kind.upcasters?.[to]?.(content)) ?? content;
  return content;
}

export function titleOf(kind: AnyKind, content: Readonly<Record<string, unknown>>): Localized | string {
  const title = attempt(() => kind.title(content as Content<AnyKind>));
  if (typeof title === 'string') return title;
  return isObject(title) && Object.values(title).every((text) => typeof text === 'string') ? title : '';
}

function dateOf(kind: AnyKind, content: Readonly<Record<string, unknown>>): string | null {
  const date = attempt(() => kind.dated?.(content as Content<AnyKind>));
  return typeof date === 'string' && date.length <= 40 ? date : null;
}

function linksOf(kind: AnyKind, content: Readonly<Record<string, unknown>>): Derived['links'] {
  const links = new Map<string, { rel: string; to: string }>();
  for (const { field, value, name } of fieldsIn(kind.fields as Fields, content)) {
    const to = field.type === 'link' ? value : field.type === 'record-version' && isObject(value) ? value['record'] : undefined;
    if (typeof to !== 'string' || !UUID.test(to)) continue;
    const rel = field.rel ?? name;
    links.set(`${rel}/${to}`, { rel, to });
  }
  return [...links.values()];
}

/** Digests of the files a content names. */
export function filesOf(kind: AnyKind, content: Readonly<Record<string, unknown>>): string[] {
  const files = new Set<string>();
  for (const { field, value } of fieldsIn(kind.fields as Fields, content)) {
    if (field.type !== 'files' || !Array.isArray(value)) continue;
    for (const file of value as unknown[]) if (isObject(file) && typeof file['sha256'] === 'string' && SHA256.test(file['sha256'])) files.add(file['sha256']);
  }
  return [...files];
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
