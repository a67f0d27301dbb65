import { metricNames, metrics as registry } from '@ser/metrics';
import type { Measures } from '../measures/runMetrics.js';
import { html, type Html } from './html.js';
import { section } from './page.js';
import { numeric, table } from './tables.js';

/** Every metric over all test clips and as the mean of folds, for comparisons with other work. */
export function allMetricsSection({ pooled, mean }: Measures, nFolds: number): Html {
  const rows = metricNames.flatMap((name) => {
    const value = pooled[name];
    if (value === undefined) return [];
    const { title, higherIsBetter } = registry[name];
    const cells = [title, higherIsBetter ? 'higher' : 'lower', valueText(value)];
    return [nFolds > 1 ? [...cells, valueText(mean[name])] : cells];
  });
  const columns = [{ name: 'Metric' }, { name: 'Better' }, numeric('All test clips')];
  return section(
    'All metrics',
    html`<details>
      <summary>${rows.length} metrics, as in <code>metrics.json</code></summary>
      ${table(nFolds > 1 ? [...columns, numeric('Mean of folds')] : columns, rows)}
    </details>`,
  );
}

function valueText(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '–' : value.toFixed(4);
}
