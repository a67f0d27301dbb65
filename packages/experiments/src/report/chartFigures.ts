import type { VegaRow } from '@ser/charts';
import { Html, html } from './html.js';
import type { Content } from './html.js';
import type { NamedChart } from './charts/namedChart.js';
import { numeric, table } from './tables.js';

/** More rows than this say less than the chart; the specification beside it holds them all. */
const MOST_ROWS = 100;

/** Charts side by side where there is room, each with its figures as a table for those who do not see it. */
export function chartFigures(charts: readonly NamedChart[]): Html | undefined {
  if (charts.length === 0) return undefined;
  return html`<div class="figures">${charts.map(chartFigure)}</div>`;
}

/** A chart, and below it, folded, its figures. */
export function chartFigure(chart: NamedChart): Html {
  return html`<figure>
    ${new Html(chart.svg)}
    <details>
      <summary>Figures<span class="unseen"> of “${chart.spec.title}”</span></summary>
      ${figureTable(chart)}
    </details>
  </figure>`;
}

/** The values of the specification, as a matrix where they are one. */
function figureTable({ name, spec }: NamedChart): Html {
  const { values } = spec.data;
  if (values.length === 0) return html`<p>No values.</p>`;
  if (name.startsWith('confusion')) return across(values, ['actual', 'predicted', 'count']);
  if (name.startsWith('learning')) return across(everyFew(values), ['epoch', 'curve', 'value']);
  if (name.startsWith('roc')) return html`<p>${spec.description}</p>`;
  if (name.startsWith('wrong')) return html`<p>${spec.description}</p>`;
  return allRows(values.slice(0, MOST_ROWS));
}

function allRows(values: readonly VegaRow[]): Html {
  const names = Object.keys(values[0]!);
  const columns = names.map((name) => (isNumeric(values, name) ? numeric(name) : { name }));
  return table(
    columns,
    values.map((row) => names.map((name) => cellText(row[name]))),
  );
}

/** Values in a row for each of one field and a column for each of another. */
function across(
  values: readonly VegaRow[],
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

/** Some twelve epochs, the first and the last among them. */
function everyFew(values: readonly VegaRow[]): readonly VegaRow[] {
  const epochs = [...new Set(values.map(({ epoch }) => Number(epoch)))].sort((a, b) => a - b);
  const step = Math.max(1, Math.ceil(epochs.length / 12));
  const kept = new Set(epochs.filter((_, i) => i % step === 0 || i === epochs.length - 1));
  return values.filter(({ epoch }) => kept.has(Number(epoch)));
}

function isNumeric(values: readonly VegaRow[], name: string): boolean {
  return values.every((row) => typeof row[name] !== 'string');
}

function cellText(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string' || Number.isInteger(value)) return String(value);
  return value.toPrecision(3);
}
