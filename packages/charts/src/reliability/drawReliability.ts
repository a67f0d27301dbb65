import { element, textElement, tooltip } from '../drawing/element.js';
import type { Drawing } from '../drawing/figure.js';
import { type Plot, plotAxes } from '../drawing/plotAxes.js';
import { seriesFill, seriesStroke } from '../drawing/seriesStroke.js';
import { squarePlot } from '../drawing/squarePlot.js';
import type { FilledBin, ReliabilityModel } from './reliabilityModel.js';

const countsTop = 56;
const countsHeight = 48;

export function drawReliability({ bins }: ReliabilityModel, width: number): Drawing {
  const plot = squarePlot(width, Math.min(width - 64, 280));
  return {
    width,
    height: plot.bottom + countsTop + countsHeight + 26,
    body: [
      ...plotAxes(plot, { x: 'confidence', y: 'accuracy' }),
      ...bins.map((bin) => drawBin(bin, plot)),
      drawDiagonal(plot),
      ...bins.map((bin) => drawPoint(bin, plot)),
      ...drawCounts(bins, plot),
    ],
  };
}

/** The accuracy as a bar with the width of the bin. */
function drawBin(bin: FilledBin, plot: Plot): string {
  const [x, y] = [plot.x(bin.low), plot.y(bin.accuracy)];
  return element(
    'g',
    {},
    tooltip(bin.text),
    element('rect', {
      ...{ x: x + 1, y, width: plot.x(bin.high) - x - 2, height: plot.bottom - y },
      ...seriesFill(0),
      'fill-opacity': 0.3,
    }),
  );
}

/** At the mean confidence of the bin, which need not be its middle. */
function drawPoint({ confidence, accuracy }: FilledBin, plot: Plot): string {
  return element('circle', { cx: plot.x(confidence), cy: plot.y(accuracy), r: 4, ...seriesFill(0) });
}

function drawDiagonal(plot: Plot): string {
  const ends = { x1: plot.x(0), y1: plot.y(0), x2: plot.x(1), y2: plot.y(1) };
  return element('line', { ...seriesStroke(1), ...ends, 'stroke-dasharray': '4 3' });
}

/** The number of predictions in each bin, below the plot. */
function drawCounts(bins: readonly FilledBin[], plot: Plot): string[] {
  const base = plot.bottom + countsTop + countsHeight;
  const greatest = Math.max(...bins.map(({ count }) => count), 1);
  const small = { 'font-size': 12, class: 'muted' };
  const tick = { ...small, x: plot.left - 6, 'text-anchor': 'end' };
  const middle = { ...small, x: (plot.left + plot.right) / 2, 'text-anchor': 'middle' };
  return [
    ...bins.map(({ low, high, count }) => {
      const height = (count / greatest) * countsHeight;
      const bar = { x: plot.x(low) + 1, width: plot.x(high) - plot.x(low) - 2, y: base - height, height };
      return element('rect', { ...bar, ...seriesFill(5), 'fill-opacity': 0.6 });
    }),
    element('line', { class: 'axis', stroke: '#5b6673', x1: plot.left, x2: plot.right, y1: base, y2: base }),
    textElement({ ...tick, y: base - countsHeight + 9 }, String(greatest)),
    textElement({ ...tick, y: base + 2 }, '0'),
    textElement({ ...middle, y: base + 17 }, 'predictions with this confidence'),
  ];
}
