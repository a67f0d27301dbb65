import type { VegaSpec } from '@ser/charts';

/** A chart of a report: as it is drawn, and as a Vega-Lite specification that holds its figures. */
export interface NamedChart {
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
export function namedChart<Options>(
  name: string,
  options: Options,
  draw: readonly [svg: (options: Options) => string, vega: (options: Options) => VegaSpec],
): NamedChart {
  const [svg, vega] = draw;
  return { name, svg: svg(options), spec: vega(options) };
}
