import { audioBlocks } from '../audio/audioBlocks.js';
import type { AudioInput } from '../audio/audioInput.js';
import type { Prediction } from '../prediction.js';
import type { AudioQuality } from '../speech/audioQuality.js';
import type { Segment, SegmentOptions } from './segment.js';
import type { AudioChunks, StreamOptions } from './streamWindows.js';

export interface RecordingOptions extends SegmentOptions {
  /** Cancels reading and predicting: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** All segments that a stream gives for a whole recording. Memory is that of a window, however long the recording. */
export async function recordingSegments<P extends Prediction>(
  audio: AudioInput,
  options: RecordingOptions,
  stream: (chunks: AudioChunks, options: StreamOptions & SegmentOptions) => AsyncIterable<Segment<P>>,
): Promise<Segment<P>[]> {
  const { signal } = options;
  const blocks = audioBlocks(audio, { signal });
  const first = await blocks.next();
  if (first.done) return [];
  const { sampleRate } = first.value;
  let channelsCancel = first.value.channelsCancel === true;
  const chunks = (async function* () {
    yield first.value;
    for await (const block of blocks) {
      channelsCancel ||= block.channelsCancel === true;
      yield block;
    }
  })();
  const segments: Segment<P>[] = [];
  for await (const segment of stream(chunks, { ...options, sampleRate })) {
    segments.push(channelsCancel ? withCancel(segment) : segment);
  }
  return segments;
}

function withCancel<P extends Prediction>(segment: Segment<P>): Segment<P> {
  const quality: AudioQuality = { ...segment.quality, channelsCancel: true };
  return Object.assign({}, segment, { quality });
}
