import type { AudioClip } from '@ser/dsp';
import { controlTracks } from './controlTracks.js';
import { drawDelivery } from './delivery.js';
import type { SyntheticEmotion } from './emotionStyles.js';
import { RandomSource } from './randomSource.js';
import { renderSpeech } from './renderSpeech.js';
import {
  expressivenessBounds,
  requireInteger,
  requireNumber,
  sampleRateBounds,
  seedBounds,
} from './requireOption.js';
import { schedule } from './schedule.js';
import type { Sentence } from './sentences.js';
import type { Voice } from './voice.js';

export interface SynthesizeUtteranceOptions {
  /** Who speaks; see `makeVoice`. */
  readonly voice: Voice;
  readonly emotion: SyntheticEmotion;
  /** What is said: one of `sentences`, or one of your own by `transcribed`. */
  readonly sentence: Sentence;
  /** Integer that names the take: the same options give the same samples. */
  readonly seed: number;
  /**
   * How strongly the emotion is shown.
   *
   * @default 'normal'
   */
  readonly intensity?: 'normal' | 'strong';
  /**
   * How far emotions depart from neutral speech, from 0, not at all, to 1.5.
   *
   * @default defaultExpressiveness
   */
  readonly expressiveness?: number;
  /**
   * In Hz, 16000 to 48000.
   *
   * @default 16000
   */
  readonly sampleRate?: number;
}

/** Default of `sampleRate`, in Hz. */
export const defaultSampleRate = 16000;

/** Stream of random numbers from which takes are drawn, apart from those of the voices. */
const takeStream = 2;

/**
 * Default of `expressiveness`: at this value a linear classifier of mean MFCCs recognises the four emotions of unseen
 * speakers of the synthetic corpus in some four clips of five. Lower is harder, higher is easier.
 */
export const defaultExpressiveness = 1;

/**
 * One sentence, spoken by a synthetic voice in an emotion. No recording of a human is involved.
 *
 * @returns a mono clip of about 1.4 to 3 s, below full scale, with the level that belongs to voice and emotion
 * @throws {SerError} `invalid-option` when `sampleRate`, `seed` or `expressiveness` is out of its bounds
 *
 * @example
 * const clip = synthesizeUtterance({ voice: makeVoice(7, 1), emotion: 'happy', sentence: sentences[0], seed: 1 });
 * clip.samples.length / clip.sampleRate; // about 2
 */
export function synthesizeUtterance(options: SynthesizeUtteranceOptions): AudioClip {
  const { voice, emotion, sentence, intensity = 'normal' } = options;
  const seed = requireInteger('seed', options.seed, seedBounds);
  const sampleRate = requireInteger('sampleRate', options.sampleRate ?? defaultSampleRate, sampleRateBounds);
  const expressiveness = requireNumber(
    'expressiveness',
    options.expressiveness ?? defaultExpressiveness,
    expressivenessBounds,
  );
  const random = new RandomSource(seed, takeStream);
  const delivery = drawDelivery({ voice, emotion, intensity, expressiveness }, random);
  const tracks = controlTracks(schedule(sentence, delivery, random), delivery, random);
  return { samples: renderSpeech(tracks, delivery, sampleRate, random), sampleRate };
}
