import type { ReliabilityBin } from '@ser/metrics';
import { checkShare, checkSome } from './drawing/checkShares.js';
import { type WidthOption, checkWidth } from './drawing/checkWidth.js';
import { element, escapeText } from './drawing/element.js';
import { figure } from './drawing/figure.js';
import { formatShare } from './drawing/formatShare.js';
import { plotAxes, type Plot } from './drawing/plotAxes.js';
import { seriesFill, seriesStroke } from './drawing/seriesStroke.js';
import { squarePlot } from './drawing/squarePlot.js';

export interface ReliabilityDiagramSvgOptions extends WidthOption {
  /** At least one, as `reliabilityBins` gives. */
  readonly bins: readonly ReliabilityBin[];
  /** Expected calibration error, in `[0, 1]`. @default not said */
  readonly error?: number;
  /** @default 'How sure, and how often right' */
  readonly title?: string;
}

/**
 * A reliability diagram: of the answers given with a confidence, the share that was right. On the diagonal a
 * confidence means what it says; below it the answers are too sure. Underneath, how many answers each bin holds.
 *
 * @returns SVG markup with a text alternative, all text escaped, for light and dark pages
 * @throws {SerError} `no-items`; `invalid-option` for a share outside `[0, 1]` and for `width`
 * @see Guo et al. 2017, On Calibration of Modern Neural Networks, https://arxiv.org/abs/1706.04599
 *
 * @example
 * reliabilityDiagramSvg({ bins: reliabilityBins(outcome), error: calibrationError(outcome) });
 */
export function reliabilityDiagramSvg(options: ReliabilityDiagramSvgOptions): string {
  const { bins } = checkReliability(options);
  const width = checkWidth(options);
  const plot = squarePlot(width, Math.min(width - 64, 280));
  const filled = bins.filter(({ count }) => count > 0);
  return figure({
    width,
    height: plot.bottom + countsTop + countsHeight + 26,
    title: titleReliability(options),
    description: describeReliability(options),
    body: [
      ...plotAxes(plot, { x: 'confidence', y: 'share right' }),
      ...filled.map((bin) => drawBin(bin, plot)),
      drawDiagonal(plot),
      ...filled.map(({ confidence, accuracy }) => drawPoint(confidence, accuracy, plot)),
      ...drawCounts(filled, plot),
    ],
  });
}

const countsTop = 56;
const countsHeight = 48;

/** The share that was right, in the width of the bin. */
function drawBin(bin: ReliabilityBin, plot: Plot): string {
  const [x, y] = [plot.x(bin.low), plot.y(bin.accuracy)];
  return element(
    'g',
    {},
    element('title', {}, escapeText(binText(bin))),
    element('rect', {
      ...{ x: x + 1, y, width: plot.x(bin.high) - x - 2, height: plot.bottom - y },
      ...seriesFill(0),
      'fill-opacity': 0.3,
    }),
  );
}

/** At the mean confidence of the bin, which need not be its middle. */
function drawPoint(confidence: number, accuracy: number, plot: Plot): string {
  const at = { cx: plot.x(confidence), cy: plot.y(accuracy), r: 4 };
  return element('circle', { ...at, ...seriesFill(0) });
}

function drawDiagonal(plot: Plot): string {
  const ends = { x1: plot.x(0), y1: plot.y(0), x2: plot.x(1), y2: plot.y(1) };
  return element('line', { ...seriesStroke(1), ...ends, 'stroke-dasharray': '4 3' });
}

function drawCounts(bins: readonly ReliabilityBin[], plot: Plot): string[] {
  const base = plot.bottom + countsTop + countsHeight;
  const greatest = Math.max(...bins.map(({ count }) => count), 1);
  const small = { 'font-size': 12, class: 'muted' };
  return [
    ...bins.map(({ low, high, count }) => {
      const height = (count / greatest) * countsHeight;
      const at = { x: plot.x(low) + 1, width: plot.x(high) - plot.x(low) - 2, y: base - height, height };
      return element('rect', { ...at, ...seriesFill(5), 'fill-opacity': 0.6 });
    }),
    element('line', { class: 'axis', stroke: '#5b6673', x1: plot.left, x2: plot.right, y1: base, y2: base }),
    element(
      'text',
      { ...small, x: plot.left - 6, y: base - countsHeight + 9, 'text-anchor': 'end' },
      `${greatest}`,
    ),
    element('text', { ...small, x: plot.left - 6, y: base + 2, 'text-anchor': 'end' }, '0'),
    element(
      'text',
      { ...small, x: (plot.left + plot.right) / 2, y: base + 17, 'text-anchor': 'middle' },
      'answers of that confidence',
    ),
  ];
}

export function titleReliability({ title }: ReliabilityDiagramSvgOptions): string {
  return title ?? 'How sure, and how often right';
}

/** The bins in words. */
export function describeReliability({ bins, error }: ReliabilityDiagramSvgOptions): string {
  const filled = bins.filter(({ count }) => count > 0);
  const off = error === undefined ? '' : `Expected calibration error ${formatShare(error)}. `;
  return `${off}${filled.map(binText).join('; ')}.`;
}

function binText({ low, high, count, accuracy }: ReliabilityBin): string {
  return `confidence ${formatShare(low)} to ${formatShare(high)}: ${formatShare(accuracy)} right of ${count}`;
}

export function checkReliability(options: ReliabilityDiagramSvgOptions): ReliabilityDiagramSvgOptions {
  const { bins, error } = options;
  checkSome('bins', bins);
  checkShare('error', error);
  for (const { count, accuracy, confidence } of bins) {
    if (count === 0) continue;
    checkShare('accuracy', accuracy);
    checkShare('confidence', confidence);
  }
  return options;
}
