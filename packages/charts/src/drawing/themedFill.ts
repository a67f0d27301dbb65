import type { Themed } from './shade.js';

/** A fill for light and dark pages; the light one for viewers without CSS. */
export function themedFill({ light, dark }: Themed): { readonly fill: string; readonly style: string } {
  return { fill: light, style: `fill:light-dark(${light},${dark})` };
}
