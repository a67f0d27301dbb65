import type { AudioClip } from '@ser/dsp';
import type { Prediction } from '../prediction.js';
import type { AudioWindow } from './slidingWindow.js';
import { Smoothing, type SmoothingOptions } from './smoothing.js';
import { type WindowOptions, windowOptions } from './windowOptions.js';

/** The answer for a window of sound. */
export type Segment<P extends Prediction = Prediction> = P & {
  /** In seconds from the beginning. */
  readonly start: number;
  readonly end: number;
};

export interface SegmentOptions extends WindowOptions {
  /**
   * Steadies the answers over time.
   *
   * @default none: each window speaks for itself
   */
  readonly smoothing?: SmoothingOptions;
}

/** Asks about each window, in order. */
export async function* segmentsOf<P extends Prediction>(
  windows: AsyncIterable<AudioWindow>,
  judge: (clip: AudioClip) => Promise<P>,
  options: SegmentOptions,
): AsyncGenerator<Segment<P>> {
  const { hop } = windowOptions(options);
  const smoothing = options.smoothing && new Smoothing(options.smoothing, hop);
  for await (const { start, end, clip } of windows) {
    const answer = await judge(clip);
    yield { start, end, ...(smoothing ? smoothing.next(answer) : answer) };
  }
}
