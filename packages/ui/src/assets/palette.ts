import { readable, readColour } from './colour.ts';

/** A party's colour, as data. */
export interface PartyColour {
  readonly id: string;
  /** `#rrggbb`; made darker or lighter where contrast asks for it. */
  readonly colour: string;
  /** For dark screens; derived from `colour` when absent. */
  readonly dark?: string;
}

/** The colours of a cooperation: `name` is what `Page.palette` says; the order of its parties is the order of the joint mark. */
export interface Palette {
  readonly name: string;
  readonly parties: readonly PartyColour[];
}

/** Parties of the living page, in its own scope: samples, no part of any cooperation. */
export const samplePalettes: readonly Palette[] = [
  { name: 'design', parties: [{ id: 'VN', colour: '#a8201a' }, { id: 'LA', colour: '#1d4b96' }] },
  { name: 'design-many', parties: [{ id: 'VN', colour: '#a8201a' }, { id: 'LA', colour: '#1d4b96' }, { id: 'KH', colour: '#00695c' }, { id: 'MM', colour: '#f9c623' }, { id: 'TH', colour: '#6a3d9a' }] },
];

/** Grounds of the style sheet (tokens.css) that party colours must be readable on. */
export const LIGHT = '#f4f2ea';
export const DARK = '#26282b';

const quoted = (text: string): string => `"${text.replace(/[^\p{L}\p{N}_.:-]/gu, '')}"`;

/** Rules that give each party its colour and each cooperation its joint mark. Throws on a colour that is not `#rrggbb`. */
export function paletteCss(palettes: readonly Palette[]): string {
  const shades = (dark: boolean): string => palettes.map((palette) => palette.parties.map((party, i) => {
    const asked = dark ? party.dark ?? party.colour : party.colour;
    readColour(asked);
    return `[data-palette=${quoted(palette.name)}]{--p${i}:${readable(asked, dark ? DARK : LIGHT)}}`;
  }).join('')).join('');
  const roles = palettes.map((palette) => {
    const scope = `[data-palette=${quoted(palette.name)}]`;
    const voices = palette.parties.map((party, i) => `${scope} [data-party=${quoted(party.id)}]{--party:var(--p${i})}`).join('');
    return `${scope}{--joint:${jointMark(palette.parties.length)};--joint-width:${palette.parties.length * 5 - 2}px}${voices}`;
  }).join('');
  return `${shades(false)}@media screen and (prefers-color-scheme:dark){${shades(true)}}${roles}`;
}

/** All rules meeting: stripes of 3 px, 2 px apart. */
function jointMark(parties: number): string {
  const stops = Array.from({ length: parties }, (_, i) => `var(--p${i}) ${i * 5}px ${i * 5 + 3}px,transparent ${i * 5 + 3}px ${i * 5 + 5}px`);
  return `linear-gradient(to right,${stops.join(',')})`;
}
