import type { Attributes } from './element.js';
import { seriesColors } from './seriesColors.js';

const dashes = [undefined, '7 3', '2 3', '9 3 2 3'] as const;

/** How the line of a series is drawn: a color, and after the last color also a dash pattern. */
export function seriesStroke(index: number): Attributes {
  const color = index % seriesColors.length;
  return {
    class: `series${color}`,
    stroke: seriesColors[color]!.light,
    'stroke-dasharray': dashes[Math.floor(index / seriesColors.length) % dashes.length],
    'stroke-width': 2,
    'stroke-linejoin': 'round',
    fill: 'none',
  };
}

/** How an area of a series is filled. */
export function seriesFill(index: number): Attributes {
  const color = index % seriesColors.length;
  return { class: `fill${color}`, fill: seriesColors[color]!.light };
}
