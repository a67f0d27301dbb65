import { type AudioInput, clipOf } from '../audio/audioInput.js';
import type { Prediction } from '../prediction.js';
import type { Segment, SegmentOptions } from './segment.js';
import type { AudioChunks, StreamOptions } from './streamWindows.js';

export interface RecordingOptions extends SegmentOptions {
  /** Cancels reading and predicting: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** All segments that a stream gives for a whole recording. */
export async function recordingSegments<P extends Prediction>(
  audio: AudioInput,
  options: RecordingOptions,
  stream: (chunks: AudioChunks, options: StreamOptions & SegmentOptions) => AsyncIterable<Segment<P>>,
): Promise<Segment<P>[]> {
  const { samples, sampleRate } = await clipOf(audio, options.signal);
  const segments: Segment<P>[] = [];
  for await (const segment of stream([samples], { ...options, sampleRate })) segments.push(segment);
  return segments;
}
