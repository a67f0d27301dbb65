import { seriesColours } from './drawing/seriesColours.js';

/** One row of the data of a picture, by column. */
export type VegaRow = Readonly<Record<string, string | number | null>>;

/**
 * A Vega-Lite specification of a picture: for an editor, a notebook or another look. Its `data.values` are the
 * picture's figures as a table.
 *
 * @see https://vega.github.io/vega-lite/docs/spec.html
 */
export interface VegaSpec {
  readonly $schema: string;
  readonly title: string;
  /** What the picture says, in words. */
  readonly description: string;
  readonly data: { readonly values: readonly VegaRow[] };
  readonly [property: string]: unknown;
}

export interface VegaParts {
  readonly title: string;
  readonly description: string;
  readonly values: readonly VegaRow[];
  /** Size, marks, encodings. */
  readonly view: Readonly<Record<string, unknown>>;
}

/** A specification with the colours of the pictures. */
export function vegaSpec({ title, description, values, view }: VegaParts): VegaSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    title,
    description,
    data: { values },
    ...view,
    config: { range: { category: seriesColours.map(({ light }) => light) } },
  };
}

/** A scale of shares, written in percent. */
export const shareScale = { scale: { domain: [0, 1] }, axis: { format: '.0%' } } as const;

/** A level across the picture, drawn as a dashed line. */
export function levelRule(axis: 'x' | 'y', value: number, name: string) {
  return {
    mark: { type: 'rule', strokeDash: [4, 3], tooltip: name },
    encoding: { [axis]: { datum: value, type: 'quantitative' } },
  };
}
