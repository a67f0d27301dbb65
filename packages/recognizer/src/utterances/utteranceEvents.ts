import { type AudioClip, MixDownStream, ResampleStream } from '@ser/dsp';
import type { Prediction } from '../prediction.js';
import { abortable } from '../items/abortable.js';
import { interleaved } from '../windows/audioChunk.js';
import type { AudioChunks, StreamOptions } from '../windows/streamWindows.js';
import { UtteranceFinder, type UtteranceStep } from './utteranceFinder.js';
import { type UtteranceOptions, utteranceOptions } from './utteranceOptions.js';

/** Times of an utterance. */
interface UtteranceTimes {
  /** Counts the utterances of the stream, from 1. */
  readonly utterance: number;
  /** In seconds from the beginning of the stream. */
  readonly start: number;
}

/** Somebody started to speak. */
export type UtteranceStart = UtteranceTimes & { readonly type: 'utterance.start' };

/** The prediction for an utterance so far. */
export type UtteranceMeasurement<P extends Prediction = Prediction> = P &
  UtteranceTimes & { readonly type: 'measurement'; readonly end: number };

/** The prediction for a whole utterance. */
export type UtteranceEnd<P extends Prediction = Prediction> = P &
  UtteranceTimes & { readonly type: 'utterance.end'; readonly end: number };

export type UtteranceEvent<P extends Prediction = Prediction> =
  UtteranceStart | UtteranceMeasurement<P> | UtteranceEnd<P>;

export interface UtteranceStreamOptions
  extends UtteranceOptions, Pick<StreamOptions, 'sampleRate' | 'channels' | 'signal'> {}

/** Predicts for part of an utterance, or for all of it. */
export type UtterancePredictor<P extends Prediction> = (
  clip: AudioClip,
  part: 'measurement' | 'utterance.end',
) => Promise<P>;

/** The utterances of a stream, at the model's sample rate. */
export async function* utteranceEvents<P extends Prediction>(
  chunks: AudioChunks,
  modelRate: number,
  predict: UtterancePredictor<P>,
  { sampleRate, channels = 1, signal, ...options }: UtteranceStreamOptions,
): AsyncGenerator<UtteranceEvent<P>> {
  const finder = new UtteranceFinder(modelRate, utteranceOptions(options));
  const mono = new MixDownStream({ channels });
  const resampled = new ResampleStream({ from: sampleRate, to: modelRate });
  let utterance = 0;
  const eventsOf = async function* (steps: Iterable<UtteranceStep>): AsyncGenerator<UtteranceEvent<P>> {
    for (const { type, start, end, clip } of steps) {
      signal?.throwIfAborted();
      if (type === 'start') yield { type: 'utterance.start', utterance: ++utterance, start };
      else {
        const kind = type === 'end' ? 'utterance.end' : 'measurement';
        const prediction = await predict(clip, kind);
        const times = { type: kind, utterance, start, end };
        yield { ...prediction, ...times } as UtteranceMeasurement<P> | UtteranceEnd<P>;
      }
    }
  };
  for await (const chunk of abortable(chunks, signal)) {
    yield* eventsOf(finder.push(resampled.push(mono.push(interleaved(chunk, channels)))));
  }
  yield* eventsOf(finder.push(resampled.end()));
  yield* eventsOf(finder.end());
}
