import type { ClassCounts } from '@ser/charts';
import type { Engine } from '@ser/models';
import type { Explanation } from '../measures/explain/explanation.js';
import type { History } from '../measures/historyCsv.js';
import type { RunMetrics } from '../measures/runMetrics.js';
import type { Recipe } from '../recipe/recipe.js';
import type { DimensionResults } from '../training/predictDimensions.js';
import type { ClipPrediction } from '../training/predict.js';
import type { NamedChart } from './charts/namedChart.js';
import { splitCharts } from './charts/splitCharts.js';
import { allCharts, reportCharts } from './reportCharts.js';
import { pageOfRun } from './runPage.js';
import type { WrongClip } from './wrongClips.js';

/** The content of the report of a run. */
export interface RunPageParts {
  readonly metrics: RunMetrics;
  readonly histories: readonly History[];
  /** Histories with the source's split, if it was run. */
  readonly sourceHistories?: readonly History[] | undefined;
  readonly recipe: Recipe;
  readonly engine: Engine;
  /** The date of the run, `YYYY-MM-DD`. */
  readonly date: string;
  /** The command that started the run. @default one that reads `recipe.json` */
  readonly command?: string | undefined;
  /** Predictions for all test clips. @default none: speakers and confidence are not shown */
  readonly predictions?: readonly ClipPrediction[];
  /** The same with the source's split. @default none */
  readonly sourcePredictions?: readonly ClipPrediction[] | undefined;
  /** The wrong predictions with the highest confidence, with their sound. @default none */
  readonly wrong?: readonly WrongClip[];
  /** Number of clips of each emotion, by side or by corpus. @default none */
  readonly counts?: readonly ClassCounts[];
  /** The predicted values of test clips. @default none */
  readonly dimensions?: DimensionResults | undefined;
  /** Which features carry each emotion in a linear model. @default not shown */
  readonly explanation?: Explanation | undefined;
}

/** The page and its charts, which are also written as files. */
export interface RunReport {
  readonly page: string;
  readonly charts: readonly NamedChart[];
  /** Charts of the source's split. */
  readonly sourceCharts: readonly NamedChart[];
}

/** The report of a run: a self-contained page that starts with the score and what it means. */
export function runReport(parts: RunPageParts): RunReport {
  const { metrics, histories, sourceHistories = [], predictions = [], sourcePredictions = [] } = parts;
  const { wrong = [], counts = [], explanation, dimensions } = parts;
  const { labels, source } = metrics;
  const charts = reportCharts({
    measures: metrics,
    labels,
    histories,
    predictions,
    wrong,
    counts,
    explanation,
    dimensions: dimensions && metrics.dimensions && { results: dimensions, metrics: metrics.dimensions },
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
