import { counted } from '../formatText.js';
import type { RunMetrics } from '../measures/runMetrics.js';
import type { Recipe } from '../recipe/recipe.js';
import type { ClipPrediction } from '../training/predict.js';
import { allMetricsSection } from './allMetrics.js';
import { version } from '../version.js';
import { chartFigures } from './chartFigures.js';
import { learningSection, chartSections, explanationSection, wrongSection } from './chartSections.js';
import type { SplitCharts } from './charts/splitCharts.js';
import { citationSection } from './citation.js';
import { comparisonSection } from './comparison.js';
import { dimensionsSection } from './dimensions.js';
import { runHeadline } from './headline.js';
import { html, type Html } from './html.js';
import { keyScores } from './keyScores.js';
import { membersSection } from './members.js';
import { notices } from './notices.js';
import { page, section } from './page.js';
import { ratersSection } from './raters.js';
import type { ReportCharts } from './reportCharts.js';
import { reproduceSection } from './reproduce.js';
import type { RunPageParts } from './runReport.js';
import { corpusSection, emotionSection, skippedSection } from './sections.js';
import { foldTable } from './tables.js';
import type { WrongClip } from './wrongClips.js';

interface PageParts extends RunPageParts {
  readonly predictions: readonly ClipPrediction[];
  readonly wrong: readonly WrongClip[];
}

/** The page of a run with its charts. */
export function pageOfRun(
  { metrics, recipe, engine, predictions, wrong, explanation, counts, date, command }: PageParts,
  charts: ReportCharts,
  sourceCharts: SplitCharts | undefined,
): string {
  return page({
    title: `${metrics.recipe}: emotion recognition report`,
    headline: runHeadline(metrics),
    body: [
      html`<p class="subtitle">
        ${metrics.title}. ${metrics.protocol}<br />${date}, @ser/experiments ${version}
      </p>`,
      notices(metrics),
      keyScores(metrics, metrics.folds.length),
      comparisonSection(metrics),
      membersSection(metrics),
      notesSection(recipe),
      chartSections(charts, metrics, predictions, metrics.labels.length),
      ratersSection(metrics),
      dimensionsSection(metrics.dimensions, charts.dimensions),
      learningSection(charts),
      explanationSection(explanation, charts),
      wrongSection(wrong, charts.wrong, metrics.labels),
      emotionSection(metrics, charts.counts, counts),
      allMetricsSection(metrics, metrics.folds.length),
      section('Folds', foldTable(metrics.folds), modelText(metrics)),
      sourceSection(metrics, sourceCharts),
      corpusSection(metrics.corpora),
      skippedSection(metrics.skipped),
      citationSection({ ...metrics, headline: runHeadline(metrics) }, date),
      reproduceSection({ recipe, engine, seconds: metrics.seconds, command }),
    ],
  });
}

/** The notes of the recipe. */
function notesSection({ notes = [] }: Recipe): Html | undefined {
  if (notes.length === 0) return undefined;
  return section(
    'Notes',
    html`<ul>
      ${notes.map((note) => html`<li>${note}</li>`)}
    </ul>`,
  );
}

/** The charts and tables of the source's split. */
function sourceSection({ source }: RunMetrics, charts: SplitCharts | undefined): Html | undefined {
  if (source === undefined || charts === undefined) return undefined;
  const { confusion, speakers, confidence, learning } = charts;
  return section(
    'The source’s split',
    html`<p>${source.protocol}</p>`,
    [confusion, speakers, confidence, learning].map(chartFigures),
    foldTable(source.folds),
  );
}

/** What the saved model was trained on. */
function modelText({ model, folds }: RunMetrics): Html {
  if (model === null) return html`<p>No model was saved.</p>`;
  const clips = `${counted(model.clips, 'clip')} of ${counted(model.speakers.length, 'speaker')}`;
  if (model.refitted) {
    return html`<p>
      The model in <code>model/</code> was trained again, on ${clips}. The scores are those of the
      ${folds.length > 1 ? 'folds' : 'fold'} above; this model was trained on all speakers, so it cannot be
      tested on them.
    </p>`;
  }
  return html`<p>
    The model in <code>model/</code> is the one tested here. It was trained on ${clips}:
    ${model.speakers.join(', ')}.
  </p>`;
}
