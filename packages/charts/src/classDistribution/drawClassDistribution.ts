import { element, textElement, tooltip } from '../drawing/element.js';
import type { Drawing } from '../drawing/figure.js';
import { seriesFill } from '../drawing/seriesStroke.js';
import { fitText, textWidth } from '../drawing/textWidth.js';
import type { ClassDistributionModel } from './classDistributionModel.js';

export function drawClassDistribution(model: ClassDistributionModel, width: number): Drawing {
  const layout = layOut(model, width);
  return {
    width,
    height: layout.bottom + 6,
    body: [
      ...(model.series.length > 1 ? drawLegend(model, layout) : []),
      ...model.labels.flatMap((label, i) => drawClass(label, i, model, layout)),
      element('line', {
        ...{ class: 'axis', stroke: '#5b6673', x1: layout.left, x2: layout.left },
        ...{ y1: layout.top, y2: layout.bottom },
      }),
    ],
  };
}

const labelSize = 13;
const thickness = 14;

interface Layout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Height of a class. */
  readonly row: number;
  /** The largest count. */
  readonly greatest: number;
}

function layOut({ labels, series }: ClassDistributionModel, width: number): Layout {
  const longest = Math.max(...labels.map((label) => textWidth(label, labelSize)));
  const greatest = Math.max(1, ...series.flatMap(({ counts }) => counts));
  const top = series.length > 1 ? 12 + 20 * series.length : 4;
  const row = series.length * thickness + 10;
  return {
    left: Math.min(longest, width * 0.3) + 18,
    right: width - textWidth(String(greatest), 12) - 14,
    top,
    bottom: top + labels.length * row,
    row,
    greatest,
  };
}

function drawClass(
  label: string,
  index: number,
  { series }: ClassDistributionModel,
  { left, right, top, row, greatest }: Layout,
): string[] {
  const y = top + index * row;
  const name = { x: left - 8, y: y + row / 2 + 4.5, 'font-size': labelSize, 'text-anchor': 'end' };
  return [
    textElement(name, fitText(label, left - 14, labelSize)),
    ...series.map(({ name: seriesName, counts }, i) => {
      const count = counts[index]!;
      const length = (count / greatest) * (right - left);
      const bar = { x: left, y: y + 5 + i * thickness + 1, width: length, height: thickness - 2, rx: 2 };
      return element(
        'g',
        {},
        tooltip(`${label}, ${seriesName}: ${count}`),
        element('rect', { ...bar, ...seriesFill(i) }),
        textElement({ x: left + length + 6, y: y + 5 + i * thickness + 11, 'font-size': 12 }, String(count)),
      );
    }),
  ];
}

/** One line for each series, in the order of its bars, so that the order identifies them as well as the color. */
function drawLegend({ series, totals }: ClassDistributionModel, { left }: Layout): string[] {
  return series.map(
    ({ name }, i) =>
      element('rect', { x: left, y: 4 + i * 20, width: 14, height: 12, rx: 2, ...seriesFill(i) }) +
      textElement({ x: left + 20, y: 14.5 + i * 20, 'font-size': labelSize }, `${name}: ${totals[i]!}`),
  );
}
