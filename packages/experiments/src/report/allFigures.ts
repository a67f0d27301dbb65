import { metricNames, metrics as registry } from '@ser/metrics';
import type { Measures } from '../measures/runMetrics.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { section } from './page.js';
import { numeric, table } from './tables.js';

/** Every metric there is, over all test clips and as mean of folds, for those who compare with other work. */
export function allFiguresSection({ pooled, mean }: Measures, nFolds: number): Html {
  const rows = metricNames.flatMap((name) => {
    const value = pooled[name];
    if (value === undefined) return [];
    const { title, higherIsBetter } = registry[name];
    const cells = [title, higherIsBetter ? 'higher' : 'lower', valueText(value)];
    return [nFolds > 1 ? [...cells, valueText(mean[name])] : cells];
  });
  const columns = [{ name: 'Figure' }, { name: 'Better' }, numeric('All test clips')];
  return section(
    'Every figure',
    html`<details>
      <summary>${rows.length} metrics, as <code>metrics.json</code> holds them</summary>
      ${table(nFolds > 1 ? [...columns, numeric('Mean of folds')] : columns, rows)}
    </details>`,
  );
}

function valueText(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '–' : value.toFixed(4);
}
