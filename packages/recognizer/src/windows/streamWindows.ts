import { LongTask } from '@ser/core';
import { MixDownStream, ResampleStream } from '@ser/dsp';
import { abortable } from '../items/abortable.js';
import { type AudioChunk, interleaved } from './audioChunk.js';
import { type AudioWindow, SlidingWindow } from './slidingWindow.js';
import { type WindowOptions, windowOptions } from './windowOptions.js';

export interface StreamOptions extends WindowOptions {
  /** Sample rate of each channel, an integer number of Hz. */
  readonly sampleRate: number;
  /**
   * Number of channels; they are mixed down.
   *
   * @default 1
   */
  readonly channels?: number;
  /** Ends the stream: the iteration throws the signal's reason, and the source is closed. */
  readonly signal?: AbortSignal | undefined;
}

/** Chunks of audio, available at once or over time: any iterable, or a Web Stream. */
export type AudioChunks = AsyncIterable<AudioChunk> | Iterable<AudioChunk> | ReadableStream<AudioChunk>;

/** Longer chunks are processed in parts of this many samples, which limits the memory between the steps. */
const longestPart = 16_384;

/**
 * The windows of a stream, at the model's sample rate. The size of the chunks does not change them, to the last bit.
 * Memory is one window and the state of the resampling filter, however long the stream. The event loop runs before each
 * window.
 *
 * @throws {SerError} `invalid-option`, also for rates that cannot be converted; `invalid-audio`
 */
export async function* streamWindows(
  chunks: AudioChunks,
  modelRate: number,
  { sampleRate, channels = 1, signal, ...options }: StreamOptions,
): AsyncGenerator<AudioWindow> {
  const windows = new SlidingWindow({ sampleRate: modelRate, ...windowOptions(options) });
  const mono = new MixDownStream({ channels });
  const resampled = new ResampleStream({ from: sampleRate, to: modelRate });
  const task = new LongTask(signal);
  for await (const chunk of abortable(chunks, signal)) {
    const samples = interleaved(chunk, channels);
    for (let start = 0; start < samples.length; start += longestPart) {
      const part = samples.subarray(start, start + longestPart);
      for (const window of windows.push(resampled.push(mono.push(part)))) {
        await task.pause();
        yield window;
      }
      await task.pause();
    }
  }
  for (const last of [windows.push(resampled.end()), windows.end()]) {
    for (const window of last) {
      await task.pause();
      yield window;
    }
  }
}
