import type { CorpusSummary, Measures } from '../measures/runMetrics.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import { counted } from '../words.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { section } from './page.js';
import { corpusTable, emotionTable, skippedTable } from './tables.js';

/** How well each emotion was found, with the words explained. */
export function emotionSection({ perClass }: Measures, chart?: Html): Html {
  return section(
    'Each emotion',
    emotionTable(perClass),
    html`<p class="muted">
      Recall: of the clips of this emotion, the share answered so. Precision: of the answers with this
      emotion, the share that is right. F1: their harmonic mean. UAR is the mean of the recalls: every emotion
      counts the same, however many clips it has.
    </p>`,
    chart,
  );
}

/** The recordings, and on what terms they may be used. */
export function corpusSection(corpora: readonly CorpusSummary[]): Html {
  return section(
    'Recordings',
    corpusTable(corpora),
    html`<p class="muted">A model trained on recordings may inherit the terms of their licence.</p>`,
  );
}

/** The clips that took no part. */
export function skippedSection(skipped: readonly SkippedClip[]): Html {
  return section(
    'Skipped clips',
    skipped.length === 0
      ? html`<p>None: every clip could be read.</p>`
      : html`<p>
            ${counted(skipped.length, 'clip')} took no part, neither in training nor in the test. The split
            was made before they were found, so it is the same as it would be with them.
          </p>
          ${skippedTable(skipped)}`,
  );
}
