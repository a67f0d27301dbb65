import type { VegaSpec } from '@ser/charts';

/** A picture of a report: as it is drawn, and as a Vega-Lite specification that holds its figures. */
export interface Picture {
  /** Name of its files, without ending: `confusion-matrix`. */
  readonly name: string;
  readonly svg: string;
  readonly spec: VegaSpec;
}

/**
 * Draws the same data both ways.
 *
 * @param draw the `…Svg` and the `…Vega` of `@ser/metrics`
 */
export function picture<Options>(
  name: string,
  options: Options,
  draw: readonly [svg: (options: Options) => string, vega: (options: Options) => VegaSpec],
): Picture {
  const [svg, vega] = draw;
  return { name, svg: svg(options), spec: vega(options) };
}
