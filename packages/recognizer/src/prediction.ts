import { RecognizerError } from './errors.js';
import type { AudioQuality } from './speech/audioQuality.js';
import type { NoSpeechReason } from './speech/judgeSpeech.js';

/** The share of belief in each label, in label order; they sum to 1. */
export type Probabilities = Readonly<Record<string, number>>;

/** A label and the belief in each. */
export interface Belief {
  /** The likeliest label. */
  readonly label: string;
  readonly probabilities: Probabilities;
}

/** How somebody spoke. */
export interface SpeechPrediction extends Belief {
  readonly speech: true;
  readonly quality: AudioQuality;
}

/** The honest answer where nobody speaks: no label of the model, and belief in none. */
export interface NoSpeech {
  readonly speech: false;
  readonly label: 'no speech';
  readonly probabilities: Probabilities;
  readonly reason: NoSpeechReason;
  readonly quality: AudioQuality;
}

/** What a recogniser makes of a clip; `speech` tells the two apart. */
export type Prediction = SpeechPrediction | NoSpeech;

/** The answer for a clip without speech. */
export function noSpeech(reason: NoSpeechReason, quality: AudioQuality): NoSpeech {
  return { speech: false, label: 'no speech', probabilities: {}, reason, quality };
}

/**
 * The likeliest label, the first of equals, and all probabilities by label.
 *
 * @throws {SerError} `model-corrupt` for a probability that is no number
 */
export function beliefOf(labels: readonly string[], probabilities: ArrayLike<number>): Belief {
  const shares = Array.from(probabilities);
  if (!shares.every(Number.isFinite)) {
    throw new RecognizerError(
      'model-corrupt',
      'The network answered with something that is no number: its weights are damaged. Copy or train the model again.',
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
