import { describe, expect, it } from 'vitest';
import type { Chart } from '../src/chart/chart.js';
import * as charts from '../src/index.js';
import { bins, perfectCurve, sound } from './samples.js';
import { all, ownText, parseXml } from './xml.js';

// Properties of every chart.

const hostile = `<script>alert("1")</script> & 'x' \u0007`;
const safe = `<script>alert("1")</script> & 'x' \ufffd`;
const scores = { precision: 0.5, recall: 0.25, f1: 1 / 3, support: 4 };
const matrix = [
  [3, 1],
  [0, 4],
];
const weights = [
  [0.5, -0.25],
  [0, 12],
];

/** Each chart with a text in every place where there is one. */
const builders: Record<string, (text: string) => Chart> = {
  confusionMatrixChart: (text) =>
    charts.confusionMatrixChart({ matrix, labels: [text, 'sad'] }, { title: text }),
  learningCurvesChart: (text) =>
    charts.learningCurvesChart([{ name: text, values: [2, 1] }], { xLabel: text, yLabel: text, title: text }),
  perClassChart: (text) =>
    charts.perClassChart({ scores: [scores, scores], labels: [text, 'sad'] }, { title: text, chance: 0.5 }),
  planeChart: (text) =>
    charts.planeChart(
      {
        groups: [{ name: text, actual: { x: 1, y: 2 }, predicted: { x: 2, y: 2 } }],
        items: [{ x: 1, y: 1 }],
      },
      { xLabel: text, yLabel: text, xRange: [0, 4], yRange: [0, 4], title: text },
    ),
  groupBarsChart: (text) =>
    charts.groupBarsChart(
      [
        { name: text, value: 0.4, low: 0.2, high: 0.6, nItems: 8 },
        { name: 'bob', value: 1 },
      ],
      { measure: text, title: text, chance: 0.25, overall: 0.6 },
    ),
  classDistributionChart: (text) => {
    const series = [
      { name: text, counts: [3, 0] },
      { name: 'test', counts: [1, 2] },
    ];
    return charts.classDistributionChart({ labels: [text, 'sad'], series }, { unit: text, title: text });
  },
  rocCurvesChart: (text) =>
    charts.rocCurvesChart([{ name: text, ...perfectCurve, area: 1 }], { title: text }),
  reliabilityChart: (text) => charts.reliabilityChart(bins, { error: 0.05, title: text }),
  enrollmentChart: (text) =>
    charts.enrollmentChart(
      [
        { name: text, points: [0, 4, 9].map((clips) => ({ clips, value: 0.5, low: 0.4, high: 0.6 })) },
        { name: 'b', points: [{ clips: 3, value: 0.3 }] },
        { name: 'c', points: [{ clips: 3, value: 0.1 }] },
      ],
      { measure: text, xLabel: text, title: text, chance: 0.125 },
    ),
  featureWeightsChart: (text) =>
    charts.featureWeightsChart({ weights, names: [text, 'rms'], labels: [text, 'sad'] }, { title: text }),
  spectrogramChart: (text) => charts.spectrogramChart(sound, { title: text }),
  scatterChart: (text) =>
    charts.scatterChart(
      [
        { x: text, y: 0.5, name: text, note: text, isBest: true },
        { x: 'b', y: undefined, name: 'failed', isHollow: true },
      ],
      {
        ...{ xLabel: `x ${text}`, yLabel: text, unit: text, title: text },
        xScale: { kind: 'category', values: [text] },
      },
    ),
};

it('tests every chart of the package', () => {
  const exported = Object.keys(charts).filter((name) => name.endsWith('Chart'));
  expect(exported.sort()).toEqual(Object.keys(builders).sort());
});

describe.each(Object.entries(builders))('%s', (_, chartWith) => {
  const chart = chartWith('angry');
  const svg = chart.svg();

  it('is one well-formed SVG image with a name and a description', () => {
    const image = parseXml(svg);
    expect(image.name).toBe('svg');
    expect(image.attributes).toMatchObject({
      role: 'img',
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'ser-figure',
    });
    expect(ownText(all(image, 'title')[0]!)).toBe('angry');
    expect(ownText(all(image, 'desc')[0]!)).toBe(chart.description);
    expect(chart.description.length).toBeGreaterThan(20);
  });

  it('writes any text as text, never as markup', () => {
    const image = parseXml(chartWith(hostile).svg());
    expect(all(image, 'script')).toEqual([]);
    expect(ownText(all(image, 'title')[0]!)).toBe(safe);
  });

  it('has no NaN, no id, and no link, so that a page can contain many', () => {
    const markup = svg.replace(/href="data:image\/png;base64,[\w+/=]+"/, '');
    expect(markup).not.toMatch(/NaN|Infinity|undefined/);
    expect(markup).not.toMatch(/ id="|url\(|href/);
  });

  it('styles nothing outside itself', () => {
    const [style] = all(parseXml(svg), 'style');
    const selectors = ownText(style!).match(/[^{}]+(?=\{)/g)!;
    expect(selectors.length).toBeGreaterThan(0);
    expect(selectors.filter((selector) => !selector.startsWith('.ser-figure'))).toEqual([]);
  });

  it('has a natural size, and shrinks with its container', () => {
    const { attributes } = parseXml(svg);
    expect(attributes.viewBox).toBe(`0 0 ${attributes.width} ${attributes.height}`);
    expect(attributes.style).toBe('max-width:100%;height:auto');
  });

  it('refuses a width below 320 px', () => {
    expect(() => chart.svg({ width: 100 })).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: '`width` must be a finite number at least 320; got 100.',
      }),
    );
  });

  it('is the same every time', () => {
    expect(chartWith('angry').svg()).toBe(svg);
    expect(chart.svg()).toBe(svg);
  });

  it('has rows with the same columns', () => {
    const [first, ...others] = chart.rows;
    expect(Object.keys(first!).length).toBeGreaterThan(1);
    for (const other of others) expect(Object.keys(other)).toEqual(Object.keys(first!));
  });

  it('is a Vega-Lite specification as JSON, with the title, the description, and the rows', () => {
    const spec = chart.vega();
    expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
    expect(spec.$schema).toMatch(/^https:\/\/vega\.github\.io\/schema\/vega-lite\/v\d\.json$/);
    expect(spec).toMatchObject({ title: 'angry', description: chart.description });
    expect(spec.data.values).toEqual(chart.rows);
  });

  it('draws only columns of the rows', () => {
    const columns = Object.keys(chart.rows[0]!);
    const fields = fieldsOf(chart.vega()).filter((field) => field !== 'at');
    expect(fields.length).toBeGreaterThan(1);
    expect(fields.filter((field) => !columns.includes(field))).toEqual([]);
  });
});

/** Every `field` of a specification, at any depth. */
function fieldsOf(spec: unknown): string[] {
  if (typeof spec !== 'object' || spec === null) return [];
  const own = 'field' in spec && typeof spec.field === 'string' ? [spec.field] : [];
  return [...own, ...Object.entries(spec).flatMap(([key, part]) => (key === 'values' ? [] : fieldsOf(part)))];
}
