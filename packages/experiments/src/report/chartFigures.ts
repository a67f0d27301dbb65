import type { Chart, ChartRow } from '@ser/charts';
import type { NamedChart } from './charts/namedChart.js';
import { Html, html, type Content } from './html.js';
import { numeric, table } from './tables.js';

/** The maximum number of rows in a table below a chart; the Vega-Lite file has all of them. */
const maxRows = 100;

/** Charts in columns, each with a table of its values for people who cannot see it. */
export function chartFigures(charts: readonly NamedChart[]): Html | undefined {
  if (charts.length === 0) return undefined;
  return html`<div class="figures">${charts.map(chartFigure)}</div>`;
}

/** A chart with a collapsed table of its values. */
export function chartFigure({ name, chart, svg }: NamedChart): Html {
  return html`<figure>
    ${new Html(svg)}
    <details>
      <summary>Values<span class="unseen"> of “${chart.title}”</span></summary>
      ${tableOf(name, chart)}
    </details>
  </figure>`;
}

/** The values of the chart as a table or a matrix. */
function tableOf(name: string, { rows, description }: Chart): Html {
  if (rows.length === 0) return html`<p>No values.</p>`;
  if (name.startsWith('confusion')) return across(rows, ['actual', 'predicted', 'count']);
  if (name.startsWith('learning')) return across(everyFew(rows), ['epoch', 'curve', 'value']);
  if (name.startsWith('roc')) return html`<p>${description}</p>`;
  if (name.startsWith('wrong')) return html`<p>${description}</p>`;
  return allRows(rows.slice(0, maxRows));
}

function allRows(values: readonly ChartRow[]): Html {
  const names = Object.keys(values[0]!);
  const columns = names.map((name) => (isNumeric(values, name) ? numeric(name) : { name }));
  return table(
    columns,
    values.map((row) => names.map((name) => cellText(row[name]))),
  );
}

/** A matrix with a row for each value of one field and a column for each value of another. */
function across(
  values: readonly ChartRow[],
  [down, over, what]: readonly [down: string, over: string, what: string],
): Html {
  const rows = new Map<string, Map<string, Content>>();
  for (const value of values) {
    const row = rows.get(String(value[down])) ?? new Map<string, Content>();
    rows.set(String(value[down]), row.set(String(value[over]), cellText(value[what])));
  }
  const names = [...new Set(values.map((value) => String(value[over])))];
  return table(
    [{ name: down === over ? down : `${down} ↓ ${over} →` }, ...names.map(numeric)],
    [...rows].map(([name, cells]) => [name, ...names.map((column) => cells.get(column) ?? '–')]),
  );
}

/** About twelve epochs, including the first and the last. */
function everyFew(values: readonly ChartRow[]): readonly ChartRow[] {
  const epochs = [...new Set(values.map(({ epoch }) => Number(epoch)))].sort((a, b) => a - b);
  const step = Math.max(1, Math.ceil(epochs.length / 12));
  const kept = new Set(epochs.filter((_, i) => i % step === 0 || i === epochs.length - 1));
  return values.filter(({ epoch }) => kept.has(Number(epoch)));
}

function isNumeric(values: readonly ChartRow[], name: string): boolean {
  return values.every((row) => typeof row[name] !== 'string');
}

function cellText(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string' || Number.isInteger(value)) return String(value);
  return value.toPrecision(3);
}
