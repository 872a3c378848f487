import { readable } from '../assets/colour.ts';
import { DARK, LIGHT, type PartyColour } from '../assets/palette.ts';
import type { MapSheet } from './sheet.ts';

/** How much of a party's colour a plain and a marked area take. */
const [PLAIN, MARKED] = ['.07', '.3'] as const;

/** The map as a picture of its own: areas and lines, marked areas stronger. Names and links are laid over it by `PlaceMap`. */
export function drawMap(sheet: MapSheet, parties: readonly PartyColour[], marked: ReadonlySet<string> = new Set()): string {
  const paths = parties.map((party, i) => {
    const areas = sheet.areas.filter((area) => area.party === party.id);
    const [strong, plain] = [areas.filter((area) => marked.has(area.id)), areas.filter((area) => !marked.has(area.id))];
    return `<path class="p${i}" fill-opacity="${PLAIN}" d="${plain.map((area) => area.path).join('')}"/>`
      + (strong.length > 0 ? `<path class="p${i}" fill-opacity="${MARKED}" d="${strong.map((area) => area.path).join('')}"/>` : '');
  });
  const outlines = parties.map((party, i) => `<path class="l l${i}" d="${sheet.outlines[party.id] ?? ''}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheet.width} ${sheet.height}"><style>${styleOf(parties)}</style>`
    + `${paths.join('')}<path class="l s" d="${sheet.seams}"/>${outlines.join('')}<path class="l c" d="${sheet.common}"/></svg>`;
}

function styleOf(parties: readonly PartyColour[]): string {
  const shades = (dark: boolean): string => parties.map((party, i) => {
    const colour = readable(dark ? party.dark ?? party.colour : party.colour, dark ? DARK : LIGHT);
    return `.p${i}{fill:${colour}}.l${i}{stroke:${colour}}`;
  }).join('');
  return `.l{fill:none;stroke-width:2.5;stroke-linejoin:round}.s{stroke:#c9c2b2;stroke-width:1.5}.c{stroke:#4a4d53;stroke-width:3}${shades(false)}`
    + `@media screen and (prefers-color-scheme:dark){.s{stroke:#44484c}.c{stroke:#c0c1c3}${shades(true)}}`;
}
