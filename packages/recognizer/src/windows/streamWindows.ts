import { MixDownStream, ResampleStream } from '@ser/dsp';
import { abortable } from './abortable.js';
import { type AudioChunk, interleaved } from './audioChunk.js';
import { type AudioWindow, SlidingWindow } from './slidingWindow.js';
import { type WindowOptions, windowOptions } from './windowOptions.js';

export interface StreamOptions extends WindowOptions {
  /** Samples a second and channel, a whole number of Hz. */
  readonly sampleRate: number;
  /**
   * Channels of the stream; they are mixed down.
   *
   * @default 1
   */
  readonly channels?: number;
  /** Ends the stream: the iteration throws the signal's reason, and the source is closed. */
  readonly signal?: AbortSignal | undefined;
}

/** Chunks of sound, as they come or all at once. */
export type AudioChunks = AsyncIterable<AudioChunk> | Iterable<AudioChunk>;

/** Chunks longer than this are taken in parts, so that what is kept in between stays small. */
const longestPart = 16_384;

/**
 * Windows of a stream at the model's rate. Where the chunks were cut makes no difference, to the last bit; what is kept
 * is a window and the filter's sound, however long the stream.
 *
 * @throws {SerError} `invalid-option` for rates that cannot be converted
 * @throws {SerError} `invalid-option`, `invalid-audio`
 */
export async function* streamWindows(
  chunks: AudioChunks,
  modelRate: number,
  { sampleRate, channels = 1, signal, ...cut }: StreamOptions,
): AsyncGenerator<AudioWindow> {
  const windows = new SlidingWindow({ sampleRate: modelRate, ...windowOptions(cut) });
  const mono = new MixDownStream({ channels });
  const resampled = new ResampleStream({ from: sampleRate, to: modelRate });
  for await (const chunk of abortable(chunks, signal)) {
    const samples = interleaved(chunk, channels);
    for (let start = 0; start < samples.length; start += longestPart) {
      const part = samples.subarray(start, start + longestPart);
      for (const window of windows.push(resampled.push(mono.push(part)))) {
        yield window;
        signal?.throwIfAborted();
      }
    }
  }
  yield* windows.push(resampled.end());
  yield* windows.end();
}
