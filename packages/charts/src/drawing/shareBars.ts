import { element, textElement, tooltip } from './element.js';
import type { Drawing } from './figure.js';
import { formatShare } from './formatShare.js';
import { seriesFill, seriesStroke } from './seriesStroke.js';
import { fitText, textWidth } from './textWidth.js';

/** One row: a name, a bar from 0 to a share, and a note. */
export interface ShareBar {
  readonly name: string;
  /** In `[0, 1]`; `undefined` if there is none. */
  readonly value: number | undefined;
  /** The ends of its interval, if it has one. */
  readonly interval?: { readonly low: number; readonly high: number } | undefined;
  /** Shown after the value: `n = 60`; without a value, in place of it. */
  readonly note: string;
  /** Shown when the pointer is over the row. */
  readonly hint: string;
}

/** A reference level, drawn as a dashed line with its name above. */
export interface ShareLevel {
  readonly name: string;
  readonly value: number;
}

const labelSize = 13;
const rowHeight = 28;
/** For many rows. */
const denseRowHeight = 22;
const figuresWidth = 116;
const levelLine = 18;

interface Layout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly row: number;
}

/** Horizontal bars on a scale from 0 to 100%. */
export function shareBars(bars: readonly ShareBar[], levels: readonly ShareLevel[], width: number): Drawing {
  const longest = Math.max(...bars.map(({ name }) => textWidth(name, labelSize)));
  const top = 4 + levels.length * levelLine;
  const row = bars.length > 12 ? denseRowHeight : rowHeight;
  const layout = {
    left: Math.min(longest, width * 0.3) + 18,
    right: width - figuresWidth,
    top,
    bottom: top + bars.length * row,
    row,
  };
  return {
    width,
    height: layout.bottom + 26,
    body: [
      ...drawGrid(layout),
      ...bars.map((bar, i) => drawBar(bar, i, layout)),
      ...levels.map((level, i) => drawLevel(level, i, layout)),
    ],
  };
}

function drawBar({ name, value, interval, note, hint }: ShareBar, index: number, layout: Layout): string {
  const { left, right, top, row } = layout;
  const y = top + index * row;
  const text = { y: y + row / 2 + 4.5, 'font-size': labelSize };
  const x = (share: number) => left + share * (right - left);
  const thickness = row - 10;
  const parts =
    value === undefined
      ? [textElement({ ...text, class: 'muted', x: right + 10, 'font-size': 12 }, note)]
      : [
          element('rect', {
            ...{ x: left, y: y + 5, height: thickness, rx: 2, width: value * (right - left) },
            ...seriesFill(0),
          }),
          ...(interval ? [drawWhisker(x(interval.low), x(interval.high), y + row / 2)] : []),
          textElement(
            { ...text, x: right + 46, 'text-anchor': 'end', 'font-weight': 600 },
            formatShare(value),
          ),
          textElement({ ...text, class: 'muted', x: right + 54, 'font-size': 12 }, note),
        ];
  return element(
    'g',
    {},
    tooltip(hint),
    textElement({ ...text, x: left - 8, 'text-anchor': 'end' }, fitText(name, left - 14, labelSize)),
    ...parts,
  );
}

/** A line between the ends of an interval, with a halo for contrast on the bar and next to it. */
function drawWhisker(low: number, high: number, y: number): string {
  const d = `M${round(low)} ${y}H${round(high)}M${round(low)} ${y - 4}v8M${round(high)} ${y - 4}v8`;
  return (
    element('path', { d, class: 'halo', stroke: '#ffffff', 'stroke-width': 4.5, fill: 'none' }) +
    element('path', { d, class: 'ink', stroke: '#1f2933', 'stroke-width': 1.5, fill: 'none' })
  );
}

function drawGrid({ left, right, top, bottom }: Layout): string[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((share) => {
    const x = left + share * (right - left);
    const style = share === 0 ? { class: 'axis', stroke: '#5b6673' } : { class: 'line', stroke: '#d9dfe5' };
    const name = { class: 'muted', x, y: bottom + 16, 'font-size': 12, 'text-anchor': 'middle' };
    return [
      element('line', { ...style, x1: x, x2: x, y1: top, y2: bottom }),
      ...(share % 0.5 === 0 ? [textElement(name, formatShare(share))] : []),
    ];
  });
}

/** Each level has its own line of text above the bars. */
function drawLevel({ name, value }: ShareLevel, index: number, layout: Layout): string {
  const { left, right, top, bottom } = layout;
  const x = left + value * (right - left);
  const text = `${name} ${formatShare(value)}`;
  const half = textWidth(text, 12) / 2;
  const middle = Math.max(left + half, Math.min(x, right + figuresWidth - half - 8));
  const y = 10 + index * levelLine;
  return (
    element('line', {
      ...seriesStroke(1 + index),
      'stroke-dasharray': index === 0 ? '4 3' : '1.5 2.5',
      ...{ x1: x, x2: x, y1: y + 4, y2: Math.max(bottom, top) },
    }) + textElement({ class: 'muted', x: middle, y, 'font-size': 12, 'text-anchor': 'middle' }, text)
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
