import type { ComponentChildren, VNode } from 'preact';
import { useParty } from '../reading.tsx';
import { placeLabels } from './labels.ts';
import type { MapSheet } from './sheet.ts';

export interface MapPlace {
  readonly key: string;
  /** Area of the sheet in which it lies. */
  readonly area: string;
  readonly label: string;
  readonly href: string;
  /** Joined to a place of another party: its mark is full. */
  readonly joined?: boolean;
}

/** Two places that are joined, by their keys. */
export interface MapTie {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export interface PlaceMapProps {
  readonly sheet: MapSheet;
  /** Address of the picture (`drawMap`). It loads when it comes into view; marks and names stand without it. */
  readonly src: string;
  /** What the map shows, for those who do not see it. */
  readonly label: string;
  readonly places: readonly MapPlace[];
  readonly ties?: readonly MapTie[];
  readonly credit: ComponentChildren;
}

/** Places on a map, each a link, with curves between those that are joined. Give the same as a list or table beside it. */
export function PlaceMap({ sheet, src, label, places, ties = [], credit }: PlaceMapProps): VNode {
  const [width, height] = [sheet.width / 2, sheet.height / 2];
  const areas = new Map(sheet.areas.map((area) => [area.id, area]));
  const marks = places.flatMap((place) => { const area = areas.get(place.area); return area ? [{ ...place, party: area.party, x: area.at[0] / 2, y: area.at[1] / 2 }] : []; });
  const at = new Map(marks.map((mark) => [mark.key, mark]));
  // Room goes to those that are joined most.
  const joins = (key: string): number => ties.filter((tie) => tie.from === key || tie.to === key).length;
  const first = marks.toSorted((a, b) => joins(b.key) - joins(a.key));
  const labels = new Map(placeLabels(first.map(({ key, x, y, label: text, joined = false }) => ({ key, x, y, text, bold: joined })), width, height).map((each) => [each.key, each]));
  return (
    <figure class="map">
      <div class="map-sheet">
        <img src={src} width={sheet.width} height={sheet.height} alt="" loading="lazy" decoding="async" />
        <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
          {ties.map((tie) => { const [from, to] = [at.get(tie.from), at.get(tie.to)]; return from && to && <path key={tie.key} class="tie" d={curve(from, to)}><title>{tie.label}</title></path>; })}
          {marks.map((mark) => <Mark key={mark.key} mark={mark} label={labels.get(mark.key)} />)}
        </svg>
      </div>
      <figcaption>{credit}</figcaption>
    </figure>
  );
}

interface Placed extends MapPlace { readonly party: string; readonly x: number; readonly y: number }

function Mark({ mark, label }: { readonly mark: Placed; readonly label: ReturnType<typeof placeLabels>[number] | undefined }): VNode {
  const { name } = useParty(mark.party);
  return (
    <a href={mark.href} class={mark.joined ? 'place joined' : 'place'} data-party={mark.party} aria-label={`${mark.label} (${name})`}>
      <circle class="reach" cx={mark.x} cy={mark.y} r={14} />
      <circle class="dot" cx={mark.x} cy={mark.y} r={mark.joined ? 5 : 3} />
      {label ? <text x={label.x} y={label.y} text-anchor={label.anchor}>{mark.label}</text> : <title>{mark.label}</title>}
    </a>
  );
}

/** A curve that leans to one side, so that two places joined both ways do not share a line. */
function curve(from: Placed, to: Placed): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const [x, y] = [(from.x + to.x) / 2 + dy * 0.14, (from.y + to.y) / 2 - dx * 0.14];
  return `M${from.x} ${from.y}Q${Math.round(x)} ${Math.round(y)} ${to.x} ${to.y}`;
}
