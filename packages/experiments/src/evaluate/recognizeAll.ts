import type { Recognizer } from '@ser/recognizer';
import { fileOf } from '../data/listing.js';
import type { Listing } from '../data/listing.js';
import { readUsableClip } from '../data/readUsableClip.js';
import { refuseTooManySkipped, skippedBecauseOf } from '../data/skipClips.js';
import { ExperimentError } from '../errors.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import type { StepOptions } from '../progress/stepOptions.js';
import { likeliest } from '../training/predict.js';
import type { ClipPrediction } from '../training/predict.js';

/** The fold name of clips tested by a saved model. */
const FOLD = 'evaluation';

export interface RecognizeOptions extends StepOptions {
  /** The share of clips, in [0, 1], that may be unusable before it stops. */
  readonly maxUnreadable: number;
}

/** What a model said of some clips, and which of them it could not be asked about. */
export interface Answers {
  readonly predictions: readonly ClipPrediction[];
  readonly skipped: readonly SkippedClip[];
}

/**
 * Asks a model about every clip of a listing; clips that cannot be used are set aside.
 *
 * @throws {SerError} `too-many-unreadable`; `too-few-clips` when none is left
 */
export async function recognizeAll(
  recognizer: Recognizer,
  listing: Listing,
  { maxUnreadable, signal, onEvent }: RecognizeOptions,
): Promise<Answers> {
  const { labels, sampleRate } = recognizer;
  const total = listing.utterances.length;
  const predictions: ClipPrediction[] = [];
  const skipped: SkippedClip[] = [];
  for (const [index, utterance] of listing.utterances.entries()) {
    signal?.throwIfAborted();
    try {
      const clip = await readUsableClip(fileOf(listing, utterance), sampleRate, signal);
      const answer = await recognizer.predict(clip, { assumeSpeech: true });
      const probabilities = Float32Array.from(labels, (label) => answer.probabilities[label]!);
      const actual = labels.indexOf(utterance.emotion);
      predictions.push({ utterance, fold: FOLD, actual, predicted: likeliest(probabilities), probabilities });
    } catch (error) {
      skipped.push(skippedBecauseOf(error, utterance));
      onEvent?.({ type: 'skipped', ...skipped.at(-1)! });
    }
    onEvent?.({ type: 'extracted', done: index + 1, total });
  }
  refuseTooManySkipped(skipped, { total, maxUnreadable });
  if (predictions.length > 0) return { predictions, skipped };
  throw new ExperimentError('too-few-clips', `None of the ${total} clips can be used. Repair them first.`);
}
