import type { AudioClip } from '@ser/dsp';
import type { AudioInput } from '../audio/audioInput.js';
import type { Prediction } from '../prediction.js';
import {
  type UtteranceEvent,
  utteranceEvents,
  type UtteranceStreamOptions,
} from '../utterances/utteranceEvents.js';
import { type StreamPair, transformed } from '../items/webStream.js';
import { recordingSegments } from '../windows/recordingSegments.js';
import { type Segment, type SegmentOptions, segmentsOf } from '../windows/segment.js';
import { type AudioChunks, type StreamOptions, streamWindows } from '../windows/streamWindows.js';
import type { AudioChunk } from '../windows/audioChunk.js';
import { windowOptions } from '../windows/windowOptions.js';

/** What predicts for recordings and streams, part by part. */
export abstract class StreamPredictor<P extends Prediction> {
  /** The sample rate of the features, in Hz. Audio of other rates is resampled. */
  abstract readonly sampleRate: number;

  /**
   * Predicts for a part of a recording or stream, at the rate of the features.
   *
   * @param weight share of the part that is not in other parts, too; 0 for one that the next part repeats
   */
  protected abstract predictPart(clip: AudioClip, weight: number): Promise<P>;

  /**
   * Predictions over the course of a recording of any length, for the same windows as `stream`. A file on disk is read in
   * pieces, so that memory does not grow with its duration; of MP3, Ogg, and MP4, the compressed file is read as a whole.
   *
   * @throws as `predict` and `stream`
   */
  async segments(
    audio: AudioInput,
    options: SegmentOptions & { readonly signal?: AbortSignal } = {},
  ): Promise<Segment<P>[]> {
    return recordingSegments(audio, options, (chunks, streamed) => this.stream(chunks, streamed));
  }

  /**
   * Predicts while audio comes in: one prediction per window, as soon as the window is complete. Windows start at 0,
   * `hop`, …; the last one is the first that reaches the end, and may be shorter. The size of the chunks does not
   * change the result, and memory does not grow with time.
   *
   * @throws {SerError} `invalid-option`, also for a sample rate that cannot be converted; `invalid-audio`
   *
   * @example
   * for await (const { start, label } of recognizer.stream(chunks, { sampleRate: 48000 })) console.log(start, label);
   */
  stream(chunks: AudioChunks, options: StreamOptions & SegmentOptions): AsyncGenerator<Segment<P>> {
    const { window, hop } = windowOptions(options);
    const weight = Math.min(1, hop / window);
    const windows = streamWindows(chunks, this.sampleRate, options);
    return segmentsOf(windows, (clip) => this.predictPart(clip, weight), options);
  }

  /**
   * `stream` for Web Streams: chunks go in, predictions come out, each computed when it is read.
   *
   * @throws as `stream`; an error of the audio is an error of the stream
   *
   * @example
   * await chunks.pipeThrough(recognizer.transformStream({ sampleRate: 48000 })).pipeTo(display);
   */
  transformStream(options: StreamOptions & SegmentOptions): StreamPair<AudioChunk, Segment<P>> {
    return transformed((chunks: ReadableStream<AudioChunk>, canceled) => {
      const signal = options.signal ? AbortSignal.any([options.signal, canceled]) : canceled;
      return this.stream(chunks, { ...options, signal });
    });
  }

  /**
   * Finds the utterances of a stream, which pauses separate, and predicts for each: an event at its start, a measurement
   * every second while it lasts, and the prediction for all of it at its end. The size of the chunks does not change the
   * result, and memory does not grow with time.
   *
   * @throws as `stream`
   *
   * @example
   * for await (const event of recognizer.utterances(chunks, { sampleRate: 48000 }))
   *   if (event.type === 'utterance.end') console.log(event.start, event.end, event.label);
   */
  utterances(chunks: AudioChunks, options: UtteranceStreamOptions): AsyncGenerator<UtteranceEvent<P>> {
    const predict = (clip: AudioClip, part: 'measurement' | 'utterance.end') =>
      this.predictPart(clip, part === 'utterance.end' ? 1 : 0);
    return utteranceEvents(chunks, this.sampleRate, predict, options);
  }
}
