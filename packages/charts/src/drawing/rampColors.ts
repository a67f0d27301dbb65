import { mix } from './color.js';

/**
 * The color at a place in `[0, 1]` of a scale from dark blue to light yellow. Lightness only rises, and the
 * scale works with the common kinds of color blindness.
 *
 * @see Nuñez, Anderton & Renslow 2018, cividis, https://doi.org/10.1371/journal.pone.0199239
 */
export function rampColor(place: number): string {
  const at = Math.min(Math.max(place, 0), 1) * (stops.length - 1);
  const from = Math.min(Math.floor(at), stops.length - 2);
  return mix(stops[from]!, stops[from + 1]!, at - from);
}

const stops = ['#00224e', '#2a3f6d', '#575d6d', '#7d7c78', '#a59c74', '#d2c060', '#fee838'] as const;
