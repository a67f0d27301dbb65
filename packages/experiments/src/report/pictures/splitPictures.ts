import type { History } from '../../measures/historyCsv.js';
import type { Measures } from '../../measures/runMetrics.js';
import type { ClipPrediction } from '../../training/predict.js';
import { confidencePictures } from './confidencePictures.js';
import { confusionPictures } from './confusionPictures.js';
import { learningPictures } from './learningPictures.js';
import type { Picture } from './picture.js';
import { speakerPictures } from './speakerPictures.js';

/** What came of one way of splitting, as far as it can be drawn. */
export interface SplitParts {
  readonly measures: Measures;
  /** In the model's order. */
  readonly labels: readonly string[];
  /** None where nothing was trained. */
  readonly histories: readonly History[];
  /** Of all test clips. Without them, speakers and confidence are not drawn. */
  readonly predictions: readonly ClipPrediction[];
}

/** The pictures of one way of splitting, by what they are about. */
export interface SplitPictures {
  readonly confusion: readonly Picture[];
  readonly speakers: readonly Picture[];
  readonly confidence: readonly Picture[];
  readonly learning: readonly Picture[];
}

export function splitPictures({ measures, labels, histories, predictions }: SplitParts): SplitPictures {
  return {
    confusion: confusionPictures(measures, labels),
    speakers: speakerPictures(measures, labels, predictions),
    confidence: confidencePictures(labels, predictions),
    learning: learningPictures(histories),
  };
}
