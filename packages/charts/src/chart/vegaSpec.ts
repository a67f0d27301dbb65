import { seriesColors } from '../drawing/seriesColors.js';

/** One row of the data of a chart, by column. */
export type ChartRow = Readonly<Record<string, string | number | null>>;

/**
 * A Vega-Lite specification of a chart. Its `data.values` are the rows of the chart.
 *
 * @see https://vega.github.io/vega-lite/docs/spec.html
 */
export interface VegaSpec {
  readonly $schema: string;
  readonly title: string;
  /** What the chart shows, in words. */
  readonly description: string;
  readonly data: { readonly values: readonly ChartRow[] };
  readonly [property: string]: unknown;
}

export interface VegaParts {
  readonly title: string;
  readonly description: string;
  readonly rows: readonly ChartRow[];
  /** Size, marks, and encodings. */
  readonly view: Readonly<Record<string, unknown>>;
}

/** A specification with the colors of the charts. */
export function vegaSpec({ title, description, rows, view }: VegaParts): VegaSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    title,
    description,
    data: { values: rows },
    ...view,
    config: { range: { category: seriesColors.map(({ light }) => light) } },
  };
}

/** A scale of shares, written in percent. */
export const shareScale = { scale: { domain: [0, 1] }, axis: { format: '.0%' } } as const;

/** A level across the chart, drawn as a dashed line; none for `undefined`. */
export function levelRule(axis: 'x' | 'y', value: number | undefined, name: string): readonly object[] {
  if (value === undefined) return [];
  return [
    {
      mark: { type: 'rule', strokeDash: [4, 3], tooltip: name },
      encoding: { [axis]: { datum: value, type: 'quantitative' } },
    },
  ];
}
