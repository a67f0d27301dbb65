import type { RocCurve } from '@ser/metrics';
import { checkShare, checkSome } from './drawing/checkShares.js';
import { type WidthOption, checkWidth } from './drawing/checkWidth.js';
import { element, escapeText } from './drawing/element.js';
import { figure } from './drawing/figure.js';
import { seriesStroke } from './drawing/seriesStroke.js';
import { fitText } from './drawing/textWidth.js';
import { type Point, pathOf, thinLine } from './drawing/thinLine.js';
import { ChartError } from './errors.js';

/** The ROC curve of one class against the rest. */
export interface NamedRocCurve extends Pick<RocCurve, 'falsePositiveRates' | 'truePositiveRates'> {
  readonly name: string;
  /** Area under the curve, in `[0, 1]`; NaN where the rates are. @default not said */
  readonly area?: number;
}

export interface RocCurvesSvgOptions extends WidthOption {
  /** At least one, as `rocCurve` gives; one whose rates are NaN (no items, or nothing else) is named as such. */
  readonly curves: readonly NamedRocCurve[];
  /** @default 'ROC curves, each class against the rest' */
  readonly title?: string;
}

/**
 * ROC curves side by side, a small plot for each class: nothing has to be told apart by colour. The dashed
 * diagonal is guessing.
 *
 * @returns SVG markup with a text alternative, all text escaped, for light and dark pages
 * @throws {SerError} `no-items`; `length-mismatch` when rates differ in number; `invalid-option` for `area`, `width`
 *
 * @example
 * rocCurvesSvg({ curves: [{ name: 'angry', ...rocCurve(outcome, 0), area: 0.93 }] });
 */
export function rocCurvesSvg(options: RocCurvesSvgOptions): string {
  const { curves } = checkRocCurves(options);
  const width = checkWidth(options);
  const columns = columnsFor(curves.length, width);
  const size = Math.min((width - left - 8) / columns - gap, 160);
  const rows = Math.ceil(curves.length / columns);
  const bottom = rows * (size + nameLine + 12);
  return figure({
    width,
    height: 16 + bottom + 40,
    title: titleRocCurves(options),
    description: describeRocCurves(options),
    body: [
      element('text', { ...small, x: 8, y: 10 }, 'true positive rate'),
      ...curves.map((curve, i) => {
        const x = left + (i % columns) * (size + gap);
        const y = 16 + Math.floor(i / columns) * (size + nameLine + 12);
        const isOuter = { left: i % columns === 0, bottom: i + columns >= curves.length };
        return element('g', { transform: `translate(${round(x)} ${y})` }, ...drawPanel(curve, size, isOuter));
      }),
      element(
        'text',
        { ...small, x: left + (columns * (size + gap)) / 2, y: bottom + 48, 'text-anchor': 'middle' },
        'false positive rate',
      ),
    ],
  });
}

/** As many as there is room for; four stand two by two. */
function columnsFor(nCurves: number, width: number): number {
  if (nCurves === 4) return 2;
  return Math.min(nCurves, width >= 440 ? 4 : 3);
}

const left = 34;
const gap = 12;
const nameLine = 20;
const small = { 'font-size': 12, class: 'muted' };

function drawPanel(
  curve: NamedRocCurve,
  size: number,
  isOuter: { readonly left: boolean; readonly bottom: boolean },
): string[] {
  const { name, area } = curve;
  const y = (share: number) => nameLine + size - share * size;
  const shown = area === undefined || Number.isNaN(area) ? '' : areaText(area);
  const mark = (text: string, at: Readonly<Record<string, string | number>>) =>
    element('text', { ...small, 'font-size': 11, ...at }, text);
  const line = rocPoints(curve, 0.3 / size).map(([a, b]): Point => [a * size, y(b)]);
  return [
    element('title', {}, escapeText(panelText(curve))),
    element('text', { y: 14, 'font-size': 12 }, escapeText(fitText(name, size - 32, 12))),
    element('text', { x: size, y: 14, 'font-size': 12, 'font-weight': 600, 'text-anchor': 'end' }, shown),
    ...[0, 0.5, 1].flatMap((share) => [
      element('line', { ...grid(share === 0), x1: 0, x2: size, y1: y(share), y2: y(share) }),
      element('line', { ...grid(share === 0), x1: share * size, x2: share * size, y1: y(0), y2: y(1) }),
    ]),
    element('path', {
      ...{ d: pathOf([[0, y(0)] as Point, [size, y(1)] as Point]), class: 'axis', stroke: '#5b6673' },
      'stroke-dasharray': '3 3',
    }),
    line.length === 0
      ? element('text', { ...small, x: 6, y: y(0.5) }, 'no items')
      : element('path', { ...seriesStroke(0), d: pathOf(line) }),
    ...(isOuter.left ? [mark('1', { x: -6, y: y(1) + 4, 'text-anchor': 'end' })] : []),
    ...(isOuter.left ? [mark('0', { x: -6, y: y(0) + 4, 'text-anchor': 'end' })] : []),
    ...(isOuter.bottom ? [mark('0', { x: 0, y: y(0) + 14, 'text-anchor': 'middle' })] : []),
    ...(isOuter.bottom ? [mark('1', { x: size, y: y(0) + 14, 'text-anchor': 'middle' })] : []),
  ];
}

function grid(isAxis: boolean) {
  return isAxis ? { class: 'axis', stroke: '#5b6673' } : { class: 'line', stroke: '#d9dfe5' };
}

/** The points of a curve, thinned; none where the rates are not numbers. */
export function rocPoints(curve: NamedRocCurve, tolerance: number): Point[] {
  const { falsePositiveRates, truePositiveRates } = curve;
  if (![...falsePositiveRates, ...truePositiveRates].every(Number.isFinite)) return [];
  return thinLine(
    falsePositiveRates.map((rate, i): Point => [rate, truePositiveRates[i]!]),
    tolerance,
  );
}

export function titleRocCurves({ title }: RocCurvesSvgOptions): string {
  return title ?? 'ROC curves, each class against the rest';
}

/** The curves in words: the areas under them. */
export function describeRocCurves({ curves }: RocCurvesSvgOptions): string {
  return `Area under the ROC curve, 0.5 by guessing: ${curves.map(panelText).join(', ')}.`;
}

function panelText(curve: NamedRocCurve): string {
  const { name, area } = curve;
  if (rocPoints(curve, 1).length === 0) return `${name} no items`;
  return area === undefined || Number.isNaN(area) ? name : `${name} ${areaText(area)}`;
}

/** Two decimals; what is not quite perfect never reads as 1. */
function areaText(area: number): string {
  const text = area.toFixed(2);
  return text === '1.00' && area < 1 ? '>0.99' : text;
}

export function checkRocCurves(options: RocCurvesSvgOptions): RocCurvesSvgOptions {
  checkSome('curves', options.curves);
  for (const { name, falsePositiveRates, truePositiveRates, area } of options.curves) {
    if (!Number.isNaN(area)) checkShare('area', area);
    const [across, up] = [falsePositiveRates.length, truePositiveRates.length];
    if (across === up) continue;
    throw new ChartError(
      'length-mismatch',
      `The curve of ${name} must have as many false as true positive rates, got ${across} and ${up}.`,
    );
  }
  return options;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
