import type { AudioClip } from '@ser/dsp';
import type { AudioInput } from '../audio/audioInput.js';
import { clipOf } from '../audio/clipOf.js';
import {
  type Classification,
  classify,
  type NoSpeech,
  type Prediction,
  type SpeechPrediction,
} from '../prediction.js';
import { orUnsure, type UnsureOptions } from '../unsure.js';
import { recordingSegments } from '../windows/recordingSegments.js';
import { type Segment, type SegmentOptions, segmentsOf } from '../windows/segment.js';
import { type AudioChunks, type StreamOptions, streamWindows } from '../windows/streamWindows.js';
import { windowOptions } from '../windows/windowOptions.js';
import { type ClassProfile, SpeakerOffset } from './speakerOffset.js';

/** The state of a session's calibration to its speaker. */
export interface Calibration {
  /** Clips of this speaker used so far; overlapping windows of a stream count as fractions of a clip. */
  readonly clipsUsed: number;
  /** Whether there were enough clips for a reliable calibration: five. */
  readonly calibrated: boolean;
}

/** A prediction calibrated to the speaker; `raw` is the model's own, without calibration. */
export type SessionPrediction = ((SpeechPrediction & { readonly raw: Classification }) | NoSpeech) &
  Calibration;

/** The parts of a recognizer that a session uses. */
export interface SessionModel {
  readonly labels: readonly string[];
  readonly sampleRate: number;
  /** Mean scores of the classes; without them, the mean score is subtracted. */
  readonly classProfile?: ClassProfile | undefined;
  /** Predicts for a clip of one channel at the model's sample rate. */
  predict(clip: AudioClip): Promise<Prediction>;
}

/** Number of clips after which a session is calibrated. */
const enoughClips = 5;

/** Weight of a neutral clip; that of a clip with any emotion is 1. */
const neutralWeight = 2;
/** The label of a neutral clip. */
const neutralLabel = 'neutral';

/**
 * A session with one speaker at one microphone. It estimates the offset of the speaker's scores from the clips so far
 * (see `SpeakerOffset`) and subtracts it from each prediction, which helps more than anything else for a voice that is not
 * in the training data. The first prediction is the model's own.
 *
 * A clip is calibrated with the clips before it and then added to them. Clips without speech are not added.
 *
 * @example
 * const session = recognizer.session();
 * await session.enrollNeutral('hello.wav'); // optional: calibrates faster
 * const { label, raw, calibrated } = await session.predict('answer.wav');
 */
export class SpeakerSession {
  readonly #model: SessionModel;
  #offset: SpeakerOffset;

  /** Use `recognizer.session()`. */
  constructor(model: SessionModel) {
    this.#model = model;
    this.#offset = offsetOf(model);
  }

  /** Clips of this speaker used so far; overlapping windows of a stream count as fractions of a clip. */
  get clipsUsed(): number {
    return Math.round(this.#offset.weight * 1e6) / 1e6;
  }

  /** Whether there were enough clips for a reliable calibration: five. */
  get calibrated(): boolean {
    return this.clipsUsed >= enoughClips;
  }

  /**
   * @param audio as for `Recognizer.predict`
   * @throws as `Recognizer.predict`
   */
  async predict(
    audio: AudioInput,
    { signal, unsureBelow }: UnsureOptions & { readonly signal?: AbortSignal } = {},
  ): Promise<SessionPrediction> {
    return orUnsure(await this.#predict(await this.#clipOf(audio, signal), 1), { unsureBelow });
  }

  /**
   * Adds a clip that is known to be neutral; it counts as two clips with any emotions.
   *
   * @returns the prediction for it, calibrated with the clips before it
   * @throws as `predict`
   */
  async enrollNeutral(
    audio: AudioInput,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<SessionPrediction> {
    const { labels } = this.#model;
    const actual = labels.includes(neutralLabel) ? labels.indexOf(neutralLabel) : undefined;
    return this.#predict(await this.#clipOf(audio, signal), neutralWeight, actual);
  }

  /** Predictions over the course of a recording, as `Recognizer.segments`. */
  async segments(
    audio: AudioInput,
    options: SegmentOptions & { readonly signal?: AbortSignal } = {},
  ): Promise<Segment<SessionPrediction>[]> {
    return recordingSegments(audio, options, (chunks, streamed) => this.stream(chunks, streamed));
  }

  /** Predictions while audio comes in, as `Recognizer.stream`. */
  stream(
    chunks: AudioChunks,
    options: StreamOptions & SegmentOptions,
  ): AsyncGenerator<Segment<SessionPrediction>> {
    const { window, hop } = windowOptions(options);
    const weight = Math.min(1, hop / window);
    const windows = streamWindows(chunks, this.#model.sampleRate, options);
    return segmentsOf(windows, (clip) => this.#predict(clip, weight), options);
  }

  /** Removes all clips, to start with a new speaker. */
  newSpeaker(): void {
    this.#offset = offsetOf(this.#model);
  }

  #clipOf(audio: AudioInput, signal?: AbortSignal): Promise<AudioClip> {
    return clipOf(audio, { sampleRate: this.#model.sampleRate, signal });
  }

  async #predict(clip: AudioClip, weight: number, actual?: number): Promise<SessionPrediction> {
    const prediction = await this.#model.predict(clip);
    const { clipsUsed, calibrated } = this;
    if (!prediction.speech) return { ...prediction, clipsUsed, calibrated };
    const { label, probabilities } = prediction;
    const shares = this.#model.labels.map((name) => probabilities[name]!);
    const centered = classify(this.#model.labels, this.#offset.center(shares));
    this.#offset.add(shares, weight, actual);
    return { ...prediction, ...centered, raw: { label, probabilities }, clipsUsed, calibrated };
  }
}

function offsetOf({ labels, classProfile }: SessionModel): SpeakerOffset {
  return new SpeakerOffset(labels.length, classProfile);
}
