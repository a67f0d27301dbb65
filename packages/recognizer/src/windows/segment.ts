import type { AudioClip } from '@ser/dsp';
import type { Prediction } from '../prediction.js';
import { orUnsure, type UnsureOptions } from '../unsure.js';
import type { AudioWindow } from './slidingWindow.js';
import { Smoothing, type SmoothingOptions } from './smoothing.js';
import { type WindowOptions, windowOptions } from './windowOptions.js';

/** The prediction for a window of audio. */
export type Segment<P extends Prediction = Prediction> = P & {
  /** In seconds from the beginning of the audio. */
  readonly start: number;
  /** In seconds from the beginning of the audio. */
  readonly end: number;
};

export interface SegmentOptions extends WindowOptions, UnsureOptions {
  /**
   * Smooths the predictions over time.
   *
   * @default none: each window is predicted on its own
   */
  readonly smoothing?: SmoothingOptions;
}

/** Predicts for each window, in order. */
export async function* segmentsOf<P extends Prediction>(
  windows: AsyncIterable<AudioWindow>,
  predict: (clip: AudioClip) => Promise<P>,
  options: SegmentOptions,
): AsyncGenerator<Segment<P>> {
  const { hop } = windowOptions(options);
  const smoothing = options.smoothing && new Smoothing(options.smoothing, hop);
  for await (const { start, end, clip } of windows) {
    const prediction = await predict(clip);
    yield { start, end, ...orUnsure(smoothing ? smoothing.next(prediction) : prediction, options) };
  }
}
