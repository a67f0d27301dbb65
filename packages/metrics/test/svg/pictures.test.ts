import { describe, expect, it } from 'vitest';
import { confusionMatrixSvg, learningCurvesSvg, perClassSvg } from '../../src/index.js';
import { all, ownText, parseXml } from './parseXml.js';

// What holds for every picture, whatever it shows.

const hostile = `<script>alert("1")</script> & 'x' \u0007`;
const safe = `<script>alert("1")</script> & 'x' \ufffd`;
const row = { precision: 0.5, recall: 0.25, f1: 1 / 3, support: 4 };

const pictures: Record<string, (text: string) => string> = {
  confusionMatrixSvg: (text) =>
    confusionMatrixSvg({
      matrix: [
        [3, 1],
        [0, 4],
      ],
      labels: [text, 'sad'],
      title: text,
    }),
  learningCurvesSvg: (text) =>
    learningCurvesSvg({ curves: [{ name: text, values: [2, 1] }], xLabel: text, yLabel: text, title: text }),
  perClassSvg: (text) => perClassSvg({ scores: [row, row], labels: [text, 'sad'], title: text, chance: 0.5 }),
};

describe.each(Object.entries(pictures))('%s', (_, draw) => {
  it('is one well-formed SVG image with a name and a description', () => {
    const svg = parseXml(draw('angry'));
    expect(svg.name).toBe('svg');
    expect(svg.attributes).toMatchObject({
      role: 'img',
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'ser-figure',
    });
    expect(ownText(all(svg, 'title')[0]!)).toBe('angry');
    expect(ownText(all(svg, 'desc')[0]!)).toContain('angry');
  });

  it('writes any text as text, never as markup', () => {
    const svg = parseXml(draw(hostile));
    expect(all(svg, 'script')).toEqual([]);
    expect(ownText(all(svg, 'title')[0]!)).toBe(safe);
  });

  it('holds no number that is not one, no id and no link, so that many can stand in one page', () => {
    const markup = draw('angry');
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
