import type { Chart } from '@ser/charts';
import { chartWidth } from './chartWidth.js';

/** A chart of a report, with the name of its files. */
export interface NamedChart {
  /** Name of its files, without extension: `confusion-matrix`. */
  readonly name: string;
  readonly chart: Chart;
  /** The chart as SVG, as wide as the report draws it. */
  readonly svg: string;
}

/** @param width natural width, px */
export function namedChart(name: string, chart: Chart, width = chartWidth): NamedChart {
  return { name, chart, svg: chart.svg({ width }) };
}
