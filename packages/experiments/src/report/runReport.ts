import type { ClassCounts } from '@ser/charts';
import type { Engine } from '@ser/models';
import type { Explanation } from '../measures/explain/explanation.js';
import type { History } from '../measures/historyCsv.js';
import type { RunMetrics } from '../measures/runMetrics.js';
import type { Recipe } from '../recipe/recipe.js';
import type { ClipPrediction } from '../training/predict.js';
import type { NamedChart } from './charts/namedChart.js';
import { splitCharts } from './charts/splitCharts.js';
import { allCharts, reportCharts } from './reportCharts.js';
import { pageOfRun } from './runPage.js';
import type { WrongClip } from './wrongClips.js';

/** What a report of a run shows. */
export interface RunPageParts {
  readonly metrics: RunMetrics;
  readonly histories: readonly History[];
  /** Of the folds of the source's split, where it was run. */
  readonly sourceHistories?: readonly History[] | undefined;
  readonly recipe: Recipe;
  readonly engine: Engine;
  /** Of all test clips. @default none: voices and confidence are not shown */
  readonly predictions?: readonly ClipPrediction[];
  /** The same of the source's split. @default none */
  readonly sourcePredictions?: readonly ClipPrediction[] | undefined;
  /** The surest wrong answers, with their sound. @default none */
  readonly wrong?: readonly WrongClip[];
  /** Clips of each emotion, by side or by corpus. @default none */
  readonly counts?: readonly ClassCounts[];
  /** What a linear model rests on. @default not told */
  readonly explanation?: Explanation | undefined;
}

/** The page, and its charts to be written beside it. */
export interface RunReport {
  readonly page: string;
  readonly charts: readonly NamedChart[];
  /** Of the source's split. */
  readonly sourceCharts: readonly NamedChart[];
}

/** Draws all charts of a run once, and sets them into its page. */
export function runReport(parts: RunPageParts): RunReport {
  const { metrics, histories, sourceHistories = [], predictions = [], sourcePredictions = [] } = parts;
  const { wrong = [], counts = [], explanation } = parts;
  const { labels, source } = metrics;
  const charts = reportCharts({
    measures: metrics,
    labels,
    histories,
    predictions,
    wrong,
    counts,
    explanation,
  });
  const sourceCharts =
    source &&
    splitCharts({ measures: source, labels, histories: sourceHistories, predictions: sourcePredictions });
  return {
    page: pageOfRun({ ...parts, predictions, wrong }, charts, sourceCharts),
    charts: allCharts(charts),
    sourceCharts: sourceCharts ? allCharts(sourceCharts) : [],
  };
}

/** The report of a run: one self-contained page that starts with the figure and what it means. */
export function runPage(parts: RunPageParts): string {
  return runReport(parts).page;
}
