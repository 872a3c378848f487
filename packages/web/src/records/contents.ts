/** The contents that the steps of a record's life wrote: an act names them by their hash, the versions and proposals hold them. */
import type { AnyKind, Candidate, HistoryEntry, Version } from '@entente/kernel';
import type { Values } from '../fields/content.ts';
import type { Context } from '../module.ts';

export interface Contents { readonly versions: ReadonlyMap<string, Version>; readonly candidates: readonly Candidate[] }

export async function contentsOf(ctx: Context, kind: AnyKind, record: string): Promise<Contents> {
  const [versions, candidates] = await Promise.all([ctx.read.versions(ctx.cooperation.id, record), kind.regime === 'joint' ? ctx.read.candidates(ctx.cooperation.id, record) : []]);
  return { versions: new Map(versions.map((version) => [version.version, version])), candidates };
}

/** What a step wrote; null where it wrote nothing, or its content is not held. */
export function contentOf({ item }: HistoryEntry, { versions, candidates }: Contents): Values | null {
  if (item.verb !== 'put' && item.verb !== 'propose') return null;
  return versions.get(item.hash)?.content ?? candidates.find((candidate) => candidate.contentHash === item.hash)?.content ?? null;
}

/** What stood before it; null where it was the first. */
export function beforeOf({ item }: HistoryEntry, { versions }: Contents): Values | null {
  if ((item.verb !== 'put' && item.verb !== 'propose') || item.on === null) return null;
  return versions.get(item.on)?.content ?? null;
}
