import type { Engine } from '@ser/models';
import type { History } from '../historyCsv.js';
import type { Recipe } from '../recipe.js';
import type { RunMetrics } from '../runMetrics.js';
import { comparisonSection } from './comparison.js';
import { confusionFigures, learningFigures } from './figures.js';
import { runHeadline } from './headline.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { keyFigures } from './keyFigures.js';
import { notices } from './notices.js';
import { page, section } from './page.js';
import { reproduceSection } from './reproduce.js';
import { corpusSection, emotionSection, skippedSection } from './sections.js';
import { foldTable } from './tables.js';
import { counted } from './words.js';

export interface RunPageParts {
  readonly metrics: RunMetrics;
  readonly histories: readonly History[];
  /** Of the folds of the source's split, where it was run. */
  readonly sourceHistories?: readonly History[] | undefined;
  readonly recipe: Recipe;
  readonly engine: Engine;
}

/** The report of a run: one self-contained page that starts with the figure and what it means. */
export function runPage({ metrics, histories, sourceHistories, recipe, engine }: RunPageParts): string {
  return page({
    title: `${metrics.recipe}: emotion recognition report`,
    headline: runHeadline(metrics),
    body: [
      html`<p class="subtitle">${metrics.title}. ${metrics.protocol}</p>`,
      notices(metrics),
      keyFigures(metrics, metrics.folds.length),
      comparisonSection(metrics),
      notesSection(recipe),
      section('Confusion matrix', confusionFigures(metrics, metrics.labels)),
      section('Learning curves', learningFigures(histories)),
      emotionSection(metrics),
      section('Who was tested, and who was trained on', foldTable(metrics.folds), modelText(metrics)),
      sourceSection(metrics, sourceHistories),
      corpusSection(metrics.corpora),
      skippedSection(metrics.skipped),
      reproduceSection({ recipe, engine, seconds: metrics.seconds }),
    ],
  });
}

/** What the recipe wants its readers to know. */
function notesSection({ notes = [] }: Recipe): Html | undefined {
  if (notes.length === 0) return undefined;
  return section(
    'Notes of the recipe',
    html`<ul>
      ${notes.map((note) => html`<li>${note}</li>`)}
    </ul>`,
  );
}

/** The pictures and tables of the source's split. */
function sourceSection({ source, labels }: RunMetrics, histories: readonly History[] = []): Html | undefined {
  if (source === undefined) return undefined;
  return section(
    'Under the split of the source',
    html`<p>${source.protocol}</p>`,
    confusionFigures(source, labels),
    learningFigures(histories),
    foldTable(source.folds),
  );
}

/** What the model in the run folder has heard. */
function modelText({ model, folds }: RunMetrics): Html {
  if (model === null) return html`<p>No model was kept.</p>`;
  const heard = `${counted(model.clips, 'clip')} of ${counted(model.speakers.length, 'speaker')}`;
  if (model.refitted) {
    return html`<p>
      The model in <code>model/</code> was trained once more, on ${heard}. The figures here are those of the
      ${folds.length > 1 ? 'folds' : 'fold'} above; this model has heard every speaker, so nothing here can
      test it.
    </p>`;
  }
  return html`<p>
    The model in <code>model/</code> is the one tested here. It has learnt from ${heard}:
    ${model.speakers.join(', ')}.
  </p>`;
}
