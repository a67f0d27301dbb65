import type { RunMetrics } from '../measures/runMetrics.js';
import { gapSentence } from './gapSentence.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { section } from './page.js';
import { comparisonTable } from './tables.js';

/** The figure of the run beside the one that its source's split gives, and what the gap between them means. */
export function comparisonSection(metrics: RunMetrics): Html | undefined {
  const { source } = metrics;
  if (source === undefined) return undefined;
  return section(
    'New voices, and the protocol of the source',
    html`<p>${gapSentence({ ...metrics, source })}</p>`,
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
