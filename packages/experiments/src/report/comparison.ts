import type { RunMetrics } from '../measures/runMetrics.js';
import { html, type Html } from './html.js';
import { section } from './page.js';
import { comparisonTable } from './tables.js';

/** The scores of the run and of its source's split, and what the difference means. */
export function comparisonSection(metrics: RunMetrics): Html | undefined {
  const { source } = metrics;
  if (source === undefined) return undefined;
  return section(
    'Comparison with the source’s split',
    html`<p>${source.gap}</p>`,
    comparisonTable([
      { ...metrics, name: 'This run' },
      { ...source, name: 'The source’s split' },
    ]),
    html`<p class="muted">
      This run: ${metrics.protocol}<br />
      The source’s split: ${source.protocol} Its tables are in <code>source/</code>.
    </p>`,
  );
}
