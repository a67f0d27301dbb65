import type { SearchParameter } from '../../recipe/searchSpace.js';
import { Html, html } from '../../report/html.js';
import { counted } from '../../words.js';
import { parameterAxis, shareAxis } from './axes.js';
import type { Axis } from './axes.js';
import { valueText } from './valueText.js';

/** A trial as a point: the value it had, and what it came to. */
export interface ScatterPoint {
  readonly trial: number;
  readonly value: unknown;
  /** In [0, 1]; `undefined` for a trial that could not be trained. */
  readonly score: number | undefined;
  readonly epochs: number;
  /** Whether it was trained as long as any. */
  readonly isFinal: boolean;
  readonly isBest: boolean;
}

export interface ScatterFigureOptions {
  /** What the values are of. */
  readonly name: string;
  readonly parameter: SearchParameter;
  readonly points: readonly ScatterPoint[];
  /** Name of the score. */
  readonly metric: string;
}

/** Sizes in px; as wide as a telephone, so that its letters stay readable there. */
const width = 360;
const height = 216;
const plot = { left: 40, right: 348, top: 34, bottom: 176 };

/** Letters that are as wide as a px of the axis, about. */
const LETTERS_PER_PX = 1 / 6.5;

/** What trials came to, by the value that one hyperparameter had: one dot a trial. */
export function scatterFigure({ name, parameter, points, metric }: ScatterFigureOptions): Html {
  const scores = points.flatMap(({ score }) => score ?? []);
  const x = parameterAxis(
    parameter,
    points.map(({ value }) => value),
  );
  const y = shareAxis(scores.length > 0 ? scores : [0, 1]);
  const title = `${metric} % by ${name}`;
  const best = points.find(({ isBest }) => isBest);
  const range =
    scores.length > 0
      ? `${metric} from ${percent(Math.min(...scores))} to ${percent(Math.max(...scores))} %`
      : 'none could be trained';
  const description =
    `${counted(points.length, 'trial')}; ${range}.` +
    (best ? ` The best, trial ${best.trial}, has ${valueText(best.value)}.` : '');
  return html`<figure>
    <svg viewBox="0 0 ${width} ${height}" class="scatter" role="img" font-size="12">
      <title>${title}</title>
      <desc>${description}</desc>
      <style>
        ${new Html(style)}
      </style>
      <text x="4" y="16" class="name">${title}</text>
      ${valueLines(y)} ${valueLabels(x)} ${inOrder(points).map((point) => dot(point, x, y))}
    </svg>
  </figure>`;
}

/** The best last, so that nothing hides it. */
function inOrder(points: readonly ScatterPoint[]): readonly ScatterPoint[] {
  return [...points].sort(
    (a, b) => Number(a.isBest) - Number(b.isBest) || Number(a.isFinal) - Number(b.isFinal),
  );
}

function valueLines({ ticks }: Axis): readonly Html[] {
  return ticks.map(({ at, text }) => {
    const y = plot.bottom - at * (plot.bottom - plot.top);
    return html`<line x1="${plot.left}" x2="${plot.right}" y1="${px(y)}" y2="${px(y)}" class="grid" />
      <text x="${plot.left - 8}" y="${px(y + 4)}" text-anchor="end" class="tick">${text}</text>`;
  });
}

function valueLabels({ ticks, isDiscrete }: Axis): readonly Html[] {
  const room = isDiscrete ? Math.floor(((plot.right - plot.left) / ticks.length) * LETTERS_PER_PX) : 12;
  return ticks.map(({ at, text }) => {
    const x = across(at);
    const anchor = isDiscrete || (at > 0.05 && at < 0.95) ? 'middle' : at < 0.5 ? 'start' : 'end';
    const shown = text.length > room ? `${text.slice(0, Math.max(1, room - 1))}…` : text;
    return html`<text x="${px(x)}" y="${plot.bottom + 24}" text-anchor="${anchor}" class="tick">
      ${shown}<title>${text}</title>
    </text>`;
  });
}

function dot(point: ScatterPoint, x: Axis, y: Axis): Html {
  const { trial, value, score, epochs, isFinal, isBest } = point;
  // Trials with the same value stand beside each other.
  const aside = x.isDiscrete ? ((trial % 5) - 2) * 4 : 0;
  const cx = px(across(x.at(value)) + aside);
  const cy = px(plot.bottom - (score === undefined ? 0 : y.at(score)) * (plot.bottom - plot.top));
  const what =
    score === undefined ? 'could not be trained' : `${percent(score)} % after ${counted(epochs, 'epoch')}`;
  const text = html`<title>trial ${trial}: ${valueText(value)}, ${what}</title>`;
  if (score === undefined)
    return html`<text x="${cx}" y="${cy + 4}" text-anchor="middle" class="failed">×${text}</text>`;
  return html`<circle cx="${cx}" cy="${cy}" r="${isFinal ? 5 : 4}" class="${isFinal ? 'final' : 'early'}"
      >${text}</circle
    >
    ${isBest && html`<circle cx="${cx}" cy="${cy}" r="9" class="best" />`}`;
}

function across(at: number): number {
  return plot.left + 8 + at * (plot.right - plot.left - 16);
}

function px(value: number): number {
  return Math.round(10 * value) / 10;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

/** Light and dark by the page's colours. */
const style = `
.scatter { display: block; width: 100%; max-width: 30rem; height: auto; font-family: inherit; }
.scatter text { fill: var(--ink); }
.scatter .name { font-size: 13px; font-weight: 600; }
.scatter .tick { fill: var(--muted); }
.scatter .grid { stroke: var(--line); }
.scatter circle { stroke: light-dark(#0067b1, #6cb8f0); stroke-width: 1.5; fill: none; }
.scatter .final { fill: light-dark(#0067b1, #6cb8f0); fill-opacity: 0.75; }
.scatter .best { stroke: light-dark(#b8420c, #ff9a57); stroke-width: 2; }
.scatter .failed { fill: light-dark(#b8420c, #ff9a57); font-size: 15px; }
`;
