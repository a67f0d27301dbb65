import { requireNumber } from '@ser/core';
import { type Drawing, figure } from '../drawing/figure.js';
import { type ChartRow, type VegaSpec, vegaSpec } from './vegaSpec.js';

/** One chart: in words, as a table, as an image, and as a Vega-Lite specification. */
export interface Chart {
  readonly title: string;
  /** What the chart shows, in words, for screen readers. The image contains it. */
  readonly description: string;
  /** The data of the chart as a table: one record for each row, all with the same columns. */
  readonly rows: readonly ChartRow[];
  /**
   * The chart as SVG text: an image with a name and a description, all text escaped, for light and dark pages.
   *
   * @throws {SerError} `invalid-option` for `width`
   */
  readonly svg: (options?: SvgOptions) => string;
  /** The chart as a Vega-Lite specification, for an editor, a notebook, or another look. */
  readonly vega: () => VegaSpec;
}

export interface SvgOptions {
  /**
   * Natural width of the image, px, at least 320; it shrinks with its container and never grows.
   *
   * @default 480
   */
  readonly width?: number;
}

/** Options of every chart. */
export interface TitleOption {
  /** Shown above the chart, and its name for screen readers. @default a title for the kind of chart */
  readonly title?: string;
}

/** A checked chart: what its image and its specification share. */
export interface ChartModel {
  readonly title: string;
  readonly description: string;
  readonly rows: readonly ChartRow[];
}

/** The two views of a model. */
export interface ChartViews<Model> {
  /** Draws the image below its title. */
  readonly draw: (model: Model, width: number) => Drawing;
  /** Size, marks, and encodings of the Vega-Lite specification. */
  readonly vega: (model: Model) => Readonly<Record<string, unknown>>;
}

/** The chart of a model. */
export function chartOf<Model extends ChartModel>(model: Model, { draw, vega }: ChartViews<Model>): Chart {
  const { title, description, rows } = model;
  return {
    title,
    description,
    rows,
    svg: ({ width = 480 } = {}) => {
      requireNumber('width', width, { min: 320 });
      return figure({ title, description, ...draw(model, width) });
    },
    vega: () => vegaSpec({ title, description, rows, view: vega(model) }),
  };
}
