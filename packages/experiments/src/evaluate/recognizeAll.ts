import type { Recognizer } from '@ser/recognizer';
import { fileOf, type Listing } from '../data/listing.js';
import { readUsableClip } from '../data/readUsableClip.js';
import { refuseTooManySkipped, skippedBecauseOf } from '../data/skipClips.js';
import { ExperimentError } from '../errors.js';
import type { SkippedClip } from '../progress/skippedClip.js';
import type { StepOptions } from '../progress/stepOptions.js';
import { mostLikely, type ClipPrediction } from '../training/predict.js';

/** The fold name of clips tested by a saved model. */
const foldName = 'evaluation';

export interface RecognizeOptions extends StepOptions {
  /** The share of clips, in [0, 1], that may be unusable before the evaluation stops. */
  readonly maxUnreadable: number;
}

/** The predictions for the usable clips, and the skipped clips. */
export interface RecognizedClips {
  readonly predictions: readonly ClipPrediction[];
  readonly skipped: readonly SkippedClip[];
}

/**
 * Predicts every clip of a listing; unusable clips are skipped.
 *
 * @throws {SerError} `too-many-unreadable`; `too-few-clips` if none is left
 */
export async function recognizeAll(
  recognizer: Recognizer,
  listing: Listing,
  { maxUnreadable, signal, onEvent }: RecognizeOptions,
): Promise<RecognizedClips> {
  const { labels, sampleRate } = recognizer;
  const total = listing.utterances.length;
  const predictions: ClipPrediction[] = [];
  const skipped: SkippedClip[] = [];
  for (const [index, utterance] of listing.utterances.entries()) {
    signal?.throwIfAborted();
    try {
      const clip = await readUsableClip(fileOf(listing, utterance), sampleRate, { ...utterance, signal });
      const prediction = await recognizer.predict(clip, { assumeSpeech: true });
      const probabilities = Float32Array.from(labels, (label) => prediction.probabilities[label]!);
      const actual = labels.indexOf(utterance.emotion);
      predictions.push({
        utterance,
        fold: foldName,
        actual,
        predicted: mostLikely(probabilities),
        probabilities,
      });
    } catch (error) {
      skipped.push(skippedBecauseOf(error, utterance));
      onEvent?.({ type: 'skipped', ...skipped.at(-1)! });
    }
    onEvent?.({ type: 'extracted', done: index + 1, total });
  }
  refuseTooManySkipped(skipped, { total, maxUnreadable });
  if (predictions.length > 0) return { predictions, skipped };
  throw new ExperimentError(
    'too-few-clips',
    `At least one clip must be usable; got none of ${total}. Repair the clips.`,
  );
}
