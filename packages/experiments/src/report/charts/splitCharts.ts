import type { History } from '../../measures/historyCsv.js';
import type { Measures } from '../../measures/runMetrics.js';
import type { ClipPrediction } from '../../training/predict.js';
import { confidenceCharts } from './confidenceCharts.js';
import { confusionCharts } from './confusionCharts.js';
import { learningCharts } from './learningCharts.js';
import type { NamedChart } from './namedChart.js';
import { speakerCharts } from './speakerCharts.js';

/** The results of one split. */
export interface SplitParts {
  readonly measures: Measures;
  /** In the model's order. */
  readonly labels: readonly string[];
  /** Empty if nothing was trained. */
  readonly histories: readonly History[];
  /** Of all test clips; without them, there are no charts of speakers and confidence. */
  readonly predictions: readonly ClipPrediction[];
}

/** The charts of one split, by topic. */
export interface SplitCharts {
  readonly confusion: readonly NamedChart[];
  readonly speakers: readonly NamedChart[];
  readonly confidence: readonly NamedChart[];
  readonly learning: readonly NamedChart[];
}

export function splitCharts({ measures, labels, histories, predictions }: SplitParts): SplitCharts {
  return {
    confusion: confusionCharts(measures, labels),
    speakers: speakerCharts(measures, labels, predictions),
    confidence: confidenceCharts(labels, predictions),
    learning: learningCharts(histories),
  };
}
