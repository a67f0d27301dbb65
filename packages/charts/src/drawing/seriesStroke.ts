import type { Attributes } from './element.js';
import { seriesColours } from './seriesColours.js';

const dashes = [undefined, '7 3', '2 3', '9 3 2 3'] as const;

/** How the line of a series is drawn: a colour, and once the colours are used up a dash as well. */
export function seriesStroke(index: number): Attributes {
  const colour = index % seriesColours.length;
  return {
    class: `series${colour}`,
    stroke: seriesColours[colour]!.light,
    'stroke-dasharray': dashes[Math.floor(index / seriesColours.length) % dashes.length],
    'stroke-width': 2,
    'stroke-linejoin': 'round',
    fill: 'none',
  };
}

/** The surface of a series. */
export function seriesFill(index: number): Attributes {
  const colour = index % seriesColours.length;
  return { class: `fill${colour}`, fill: seriesColours[colour]!.light };
}
