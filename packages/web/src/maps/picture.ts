import { createHash } from 'node:crypto';
import { drawMap, type MapSheet } from '@entente/ui';
import type { Context } from '../module.ts';

export interface Picture { readonly svg: string; /** Of its bytes. */ readonly hash: string }

/** One picture for each sheet and set of marked areas; there are few, and each takes milliseconds to draw. */
const drawn = new Map<string, Picture>();
const MOST = 40;

/** The picture of a sheet with these areas marked, in the colours of the parties. */
export function pictureOf(ctx: Context, sheet: MapSheet, marked: ReadonlySet<string>): Picture {
  const key = JSON.stringify([ctx.cooperation.id, sheet.name, [...marked].toSorted()]);
  const known = drawn.get(key);
  if (known) return known;
  const svg = drawMap(sheet, ctx.cooperation.parties.map(({ id, colour }) => ({ id, colour: colour.light, dark: colour.dark })), marked);
  const picture: Picture = { svg, hash: createHash('sha256').update(svg).digest('hex').slice(0, 10) };
  if (drawn.size >= MOST) drawn.clear();
  drawn.set(key, picture);
  return picture;
}

/** Where a module serves the picture; its address changes with its bytes. */
export const pictureAddress = (base: string, sheet: MapSheet, picture: Picture): string => `${base}/${sheet.name}.svg?v=${picture.hash}`;
