/** Where a journal's files stand (C2SP tlog-tiles), and what a node serves beside them. Paths, not addresses. */
import type { Audience } from '@entente/kernel';

/** Leaves of a full tile and of a full entry bundle. */
export const TILE = 256;

export interface JournalPlace { readonly coop: string; readonly audience: Audience }

/** `/exchange/<coop>/<audience>`: the folder of this node's own journal. */
export const journalPath = (place: JournalPlace): string => `/exchange/${encodeURIComponent(place.coop)}/${place.audience}`;
export const blobPath = (coop: string, sha256: string): string => `/exchange/${encodeURIComponent(coop)}/blob/${sha256}`;
export const wakePath = (coop: string): string => `/exchange/${encodeURIComponent(coop)}/wake`;

/** `x001/x234/067`: the index of a tile in groups of three digits, all but the last with an x. */
export function tileName(index: number): string {
  const digits = index.toString().padStart(Math.ceil(index.toString().length / 3) * 3, '0');
  const groups = digits.match(/.{3}/gu) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** Inverse of tileName; null when the name is not in its one form. */
export function tileIndex(name: string): number | null {
  if (!/^(x[0-9]{3}\/)*[0-9]{3}$/u.test(name)) return null;
  const index = Number(name.replaceAll(/[x/]/gu, ''));
  return Number.isSafeInteger(index) && tileName(index) === name ? index : null;
}

/** `tile/entries/x001/234` or, when it holds fewer than 256, `tile/entries/x001/234.p/17`. */
export const bundlePath = (index: number, width: number): string => `tile/entries/${tileName(index)}${width < TILE ? `.p/${width}` : ''}`;
