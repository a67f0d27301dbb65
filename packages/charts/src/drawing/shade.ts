import { contrast, mix } from './color.js';

/** A cell's colors on a light and on a dark page. */
export interface Shade {
  readonly fill: Themed;
  /** Black or white, the one with more contrast to the cell: always at least 4.5 (WCAG AA). */
  readonly text: Themed;
}

export interface Themed {
  readonly light: string;
  readonly dark: string;
}

/** Blue from pale to full; lightness is monotonic, so that it also works without color. */
const light = ['#f1f5fa', '#6ba6d9', '#0b3c78'] as const;
const dark = ['#1d242d', '#2f6fae', '#b9dcff'] as const;

/** The colors of a cell for a share in `[0, 1]`. */
export function shade(share: number): Shade {
  const fill = { light: along(light, share), dark: along(dark, share) };
  return { fill, text: { light: readableOn(fill.light), dark: readableOn(fill.dark) } };
}

/** Orange, for negative values; its lightness runs as that of the blue. */
const lightNegative = ['#f1f5fa', '#e08e4d', '#7a2c00'] as const;
const darkNegative = ['#1d242d', '#a8581f', '#ffd2ad'] as const;

/** The colors of a cell for a value in `[-1, 1]`: blue above 0, orange below. */
export function signedShade(value: number): Shade {
  if (value >= 0) return shade(value);
  const fill = { light: along(lightNegative, -value), dark: along(darkNegative, -value) };
  return { fill, text: { light: readableOn(fill.light), dark: readableOn(fill.dark) } };
}

function along([low, middle, high]: readonly [string, string, string], share: number): string {
  return share < 0.5 ? mix(low, middle, share * 2) : mix(middle, high, share * 2 - 1);
}

function readableOn(fill: string): string {
  return contrast('#000000', fill) > contrast('#ffffff', fill) ? '#000000' : '#ffffff';
}
