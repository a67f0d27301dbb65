import { describe, expect, it } from 'vitest';
import { classDistributionSvg } from '../src/classDistributionSvg.js';
import { classDistributionVega } from '../src/classDistributionVega.js';
import { confusionMatrixSvg } from '../src/confusionMatrixSvg.js';
import { confusionMatrixVega } from '../src/confusionMatrixVega.js';
import { enrolmentCurveSvg } from '../src/enrolmentCurveSvg.js';
import { enrolmentCurveVega } from '../src/enrolmentCurveVega.js';
import { featureWeightsSvg } from '../src/featureWeightsSvg.js';
import { featureWeightsVega } from '../src/featureWeightsVega.js';
import { groupBarsSvg } from '../src/groupBarsSvg.js';
import { groupBarsVega } from '../src/groupBarsVega.js';
import * as metrics from '../src/index.js';
import { learningCurvesSvg } from '../src/learningCurvesSvg.js';
import { learningCurvesVega } from '../src/learningCurvesVega.js';
import { perClassSvg } from '../src/perClassSvg.js';
import { perClassVega } from '../src/perClassVega.js';
import { reliabilityDiagramSvg } from '../src/reliabilityDiagramSvg.js';
import { reliabilityDiagramVega } from '../src/reliabilityDiagramVega.js';
import { rocCurvesSvg } from '../src/rocCurvesSvg.js';
import { rocCurvesVega } from '../src/rocCurvesVega.js';
import { spectrogramSvg } from '../src/spectrogramSvg.js';
import { spectrogramVega } from '../src/spectrogramVega.js';
import { type VegaSpec } from '../src/vegaSpec.js';
import { all, ownText, parseXml } from './parseXml.js';
import { bins, perfectCurve, sound } from './samples.js';

// What holds for every picture, whatever it shows.

const hostile = `<script>alert("1")</script> & 'x' \u0007`;
const safe = `<script>alert("1")</script> & 'x' \ufffd`;
const row = { precision: 0.5, recall: 0.25, f1: 1 / 3, support: 4 };

/** Draws a picture both ways, with a text wherever there is one. */
interface Drawn {
  readonly svg: string;
  readonly vega: VegaSpec;
}

function drawnBy<Options>(
  svg: (options: Options) => string,
  vega: (options: Options) => VegaSpec,
  optionsWith: (text: string) => Options,
): (text: string) => Drawn {
  return (text) => ({ svg: svg(optionsWith(text)), vega: vega(optionsWith(text)) });
}

const matrix = [
  [3, 1],
  [0, 4],
];

const pictures: Record<string, (text: string) => Drawn> = {
  confusionMatrix: drawnBy(confusionMatrixSvg, confusionMatrixVega, (text) => ({
    ...{ matrix, labels: [text, 'sad'], title: text },
  })),
  learningCurves: drawnBy(learningCurvesSvg, learningCurvesVega, (text) => ({
    ...{ curves: [{ name: text, values: [2, 1] }], xLabel: text, yLabel: text, title: text },
  })),
  perClass: drawnBy(perClassSvg, perClassVega, (text) => ({
    ...{ scores: [row, row], labels: [text, 'sad'], title: text, chance: 0.5 },
  })),
  groupBars: drawnBy(groupBarsSvg, groupBarsVega, (text) => ({
    groups: [
      { name: text, value: 0.4, low: 0.2, high: 0.6, nItems: 8 },
      { name: 'bob', value: 1 },
    ],
    ...{ measure: text, title: text, chance: 0.25, overall: 0.6 },
  })),
  classDistribution: drawnBy(classDistributionSvg, classDistributionVega, (text) => ({
    labels: [text, 'sad'],
    series: [
      { name: text, counts: [3, 0] },
      { name: 'test', counts: [1, 2] },
    ],
    ...{ unit: text, title: text },
  })),
  rocCurves: drawnBy(rocCurvesSvg, rocCurvesVega, (text) => ({
    ...{ curves: [{ name: text, ...perfectCurve, area: 1 }], title: text },
  })),
  reliabilityDiagram: drawnBy(reliabilityDiagramSvg, reliabilityDiagramVega, (text) => ({
    ...{ bins, error: 0.05, title: text },
  })),
  enrolmentCurve: drawnBy(enrolmentCurveSvg, enrolmentCurveVega, (text) => ({
    curves: [
      { name: text, points: [0, 4, 9].map((clips) => ({ clips, value: 0.5, low: 0.4, high: 0.6 })) },
      { name: 'b', points: [{ clips: 3, value: 0.3 }] },
      { name: 'c', points: [{ clips: 3, value: 0.1 }] },
    ],
    ...{ measure: text, xLabel: text, title: text, chance: 0.125 },
  })),
  featureWeights: drawnBy(featureWeightsSvg, featureWeightsVega, (text) => ({
    weights: [
      [0.5, -0.25],
      [0, 12],
    ],
    ...{ names: [text, 'rms'], labels: [text, 'sad'], title: text },
  })),
  spectrogram: drawnBy(spectrogramSvg, spectrogramVega, (text) => ({ ...sound, title: text })),
};

it('is asked of every picture that there is', () => {
  const drawings = Object.keys(metrics).filter((name) => /(Svg|Vega)$/.test(name));
  const asked = Object.keys(pictures).flatMap((name) => [`${name}Svg`, `${name}Vega`]);
  expect(drawings.sort()).toEqual(asked.sort());
});

describe.each(Object.entries(pictures))('%sSvg', (_, drawBoth) => {
  const draw = (text: string) => drawBoth(text).svg;

  it('is one well-formed SVG image with a name and a description', () => {
    const svg = parseXml(draw('angry'));
    expect(svg.name).toBe('svg');
    expect(svg.attributes).toMatchObject({
      role: 'img',
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'ser-figure',
    });
    expect(ownText(all(svg, 'title')[0]!)).toBe('angry');
    expect(ownText(all(svg, 'desc')[0]!).length).toBeGreaterThan(20);
  });

  it('writes any text as text, never as markup', () => {
    const svg = parseXml(draw(hostile));
    expect(all(svg, 'script')).toEqual([]);
    expect(ownText(all(svg, 'title')[0]!)).toBe(safe);
  });

  it('holds no number that is not one, no id and no link, so that many can stand in one page', () => {
    const markup = draw('angry').replace(/href="data:image\/png;base64,[\w+/=]+"/, '');
    expect(markup).not.toMatch(/NaN|Infinity|undefined/);
    expect(markup).not.toMatch(/ id="|url\(|href/);
  });

  it('styles nothing outside itself', () => {
    const [style] = all(parseXml(draw('angry')), 'style');
    const selectors = ownText(style!).match(/[^{}]+(?=\{)/g)!;
    expect(selectors.length).toBeGreaterThan(0);
    expect(selectors.filter((selector) => !selector.startsWith('.ser-figure'))).toEqual([]);
  });

  it('shrinks with its container and names its natural size', () => {
    const { attributes } = parseXml(draw('angry'));
    expect(attributes.viewBox).toBe(`0 0 ${attributes.width} ${attributes.height}`);
    expect(attributes.style).toBe('max-width:100%;height:auto');
  });

  it('is the same text every time', () => {
    expect(draw('angry')).toBe(draw('angry'));
  });
});

describe.each(Object.entries(pictures))('%sVega', (_, drawBoth) => {
  const { svg, vega } = drawBoth('angry');

  it('is JSON that names its schema, its title and its words, which are those of the SVG', () => {
    expect(JSON.parse(JSON.stringify(vega))).toEqual(vega);
    expect(vega.$schema).toMatch(/^https:\/\/vega\.github\.io\/schema\/vega-lite\/v\d\.json$/);
    expect(vega.title).toBe('angry');
    expect(vega.description).toBe(ownText(all(parseXml(svg), 'desc')[0]!));
  });

  it('holds its figures as rows with the same columns: the table of the picture', () => {
    const [first, ...others] = vega.data.values;
    expect(Object.keys(first!).length).toBeGreaterThan(1);
    for (const other of others) expect(Object.keys(other)).toEqual(Object.keys(first!));
  });

  it('draws only columns that are there', () => {
    const columns = Object.keys(vega.data.values[0]!);
    const fields = fieldsOf(vega).filter((field) => field !== 'at');
    expect(fields.length).toBeGreaterThan(1);
    expect(fields.filter((field) => !columns.includes(field))).toEqual([]);
  });
});

/** Every `field` that a specification draws, at any depth. */
function fieldsOf(spec: unknown): string[] {
  if (typeof spec !== 'object' || spec === null) return [];
  const own = 'field' in spec && typeof spec.field === 'string' ? [spec.field] : [];
  return [...own, ...Object.entries(spec).flatMap(([key, part]) => (key === 'values' ? [] : fieldsOf(part)))];
}
