import type { ClassCounts } from '@ser/charts';
import { counted, grouped, listed } from '../formatText.js';
import type { CorpusSummary, Measures } from '../measures/runMetrics.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import { chartFigure } from './chartFigures.js';
import { isBalanced } from './charts/distributionChart.js';
import type { NamedChart } from './charts/namedChart.js';
import { html, type Html } from './html.js';
import { section } from './page.js';
import { corpusTable, emotionTable, skippedTable } from './tables.js';

/** Precision, recall, and F1 of each emotion, with explanations. */
export function emotionSection(
  { perClass }: Measures,
  chart: NamedChart | undefined,
  counts: readonly ClassCounts[] = [],
): Html {
  return section(
    'By emotion',
    emotionTable(perClass),
    html`<p class="muted">
      Recall: the share of the clips with this emotion that were recognized. Precision: the share of the
      predictions of this emotion that are correct. F1: their harmonic mean. UAR is the mean of the recalls:
      every emotion has the same weight, however many clips it has.
    </p>`,
    chart ? chartFigure(chart) : balanceText(counts),
  );
}

/** `Every emotion has the same number of clips: 24 in training, 8 in test.` */
function balanceText(counts: readonly ClassCounts[]): Html | undefined {
  if (counts.length === 0 || !counts.every(isBalanced)) return undefined;
  const parts = counts.map((part) => `${grouped(part.counts[0] ?? 0)} in ${part.name}`);
  return html`<p>Every emotion has the same number of clips: ${listed(parts)}.</p>`;
}

/** The recordings and their licenses. */
export function corpusSection(corpora: readonly CorpusSummary[]): Html {
  return section(
    'Recordings',
    corpusTable(corpora),
    html`<p class="muted">The licenses of the recordings may also apply to models trained on them.</p>`,
  );
}

/** The maximum number of skipped clips in the page; `metrics.json` has all of them. */
const maxSkipped = 100;

/** The skipped clips. */
export function skippedSection(skipped: readonly SkippedClip[]): Html {
  return section(
    'Skipped clips',
    skipped.length === 0
      ? html`<p>None.</p>`
      : html`<p>
            ${counted(skipped.length, 'clip')} were used neither for training nor for testing. The split was
            made before they were read, so it is the same as with them.
          </p>
          ${skipped.length > maxSkipped && html`<p>These are the first ${maxSkipped}; <code>metrics.json</code> names all.</p>`}
          ${skippedTable(skipped.slice(0, maxSkipped))}`,
  );
}
