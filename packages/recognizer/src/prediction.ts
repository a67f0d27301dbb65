import { RecognizerError } from './errors.js';
import type { AudioQuality } from './speech/audioQuality.js';
import type { NoSpeechReason } from './speech/checkSpeech.js';

/** The probability of each label, in label order; they sum to 1. */
export type Probabilities = Readonly<Record<string, number>>;

/** The most likely label and the probability of each. */
export interface Classification {
  /** The most likely label; the first of equally likely ones. */
  readonly label: string;
  readonly probabilities: Probabilities;
}

/** The prediction for speech. */
export interface SpeechPrediction extends Classification {
  readonly speech: true;
  readonly quality: AudioQuality;
  /** Values such as arousal and valence, in the unit of the corpus, if the model predicts some. */
  readonly dimensions?: Readonly<Record<string, number>>;
}

/** The prediction for audio without speech: none of the model's labels, and no probabilities. */
export interface NoSpeech {
  readonly speech: false;
  readonly label: 'no speech';
  readonly probabilities: Probabilities;
  readonly reason: NoSpeechReason;
  readonly quality: AudioQuality;
}

/** The prediction for a clip; `speech` distinguishes the two. */
export type Prediction = SpeechPrediction | NoSpeech;

/** The prediction for a clip without speech. */
export function noSpeech(reason: NoSpeechReason, quality: AudioQuality): NoSpeech {
  return { speech: false, label: 'no speech', probabilities: {}, reason, quality };
}

/**
 * The most likely label, the first of equally likely ones, and all probabilities by label.
 *
 * @throws {SerError} `model-corrupt` for a probability that is not finite
 */
export function classify(labels: readonly string[], probabilities: ArrayLike<number>): Classification {
  const shares = Array.from(probabilities);
  if (!shares.every(Number.isFinite)) {
    throw new RecognizerError(
      'model-corrupt',
      'The probabilities of the model must be finite; got NaN or an infinite value. The weights are damaged: copy or train the model again.',
    );
  }
  return {
    label: labels[indexOfLargest(shares)]!,
    probabilities: Object.fromEntries(labels.map((label, i) => [label, shares[i]!])),
  };
}

function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value > values[best]! ? i : best), 0);
}
