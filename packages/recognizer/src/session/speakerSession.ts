import { resample, type AudioClip } from '@ser/dsp';
import { type AudioInput, clipOf } from '../audio/audioInput.js';
import {
  type Belief,
  beliefOf,
  type NoSpeech,
  type Prediction,
  type SpeechPrediction,
} from '../prediction.js';
import { recordingSegments } from '../windows/recordingSegments.js';
import { type Segment, type SegmentOptions, segmentsOf } from '../windows/segment.js';
import { type AudioChunks, type StreamOptions, streamWindows } from '../windows/streamWindows.js';
import { windowOptions } from '../windows/windowOptions.js';
import { ScoreMean } from './scoreMean.js';

/** How far a session knows its speaker. */
export interface Calibration {
  /** How many clips' worth of this speaker was heard before; a window of a stream counts for what is new in it. */
  readonly clipsHeard: number;
  /** Whether that is enough to rely on: five clips. */
  readonly calibrated: boolean;
}

/** An answer that knows the speaker: `label` and `probabilities` are centred, `raw` is what the model says cold. */
export type SessionPrediction = ((SpeechPrediction & { readonly raw: Belief }) | NoSpeech) & Calibration;

/** What a session needs of a recogniser. */
export interface SessionModel {
  readonly labels: readonly string[];
  readonly sampleRate: number;
  /** Judges a clip of one channel at the model's rate. */
  judge(clip: AudioClip): Promise<Prediction>;
}

/** Clips after which a session calls itself calibrated. */
const enough = 5;

/** What a neutral clip is worth, in clips of whatever emotion. */
const neutralWorth = 2;

/**
 * One speaker at one microphone: answers are centred on what has been heard of them so far, which is worth more than
 * anything else to a voice that the model never heard. Before the first clip they are the model's own.
 *
 * A clip is centred on those before it, then counts itself. Clips without speech do not count.
 *
 * @example
 * const session = recognizer.session();
 * await session.enrolNeutral('hello.wav'); // optional: a better start
 * const { label, raw, calibrated } = await session.predict('answer.wav');
 */
export class SpeakerSession {
  readonly #model: SessionModel;
  #mean: ScoreMean;

  /** Made by `recognizer.session()`. */
  constructor(model: SessionModel) {
    this.#model = model;
    this.#mean = new ScoreMean(model.labels.length);
  }

  /** How many clips' worth of this speaker has been heard. */
  get clipsHeard(): number {
    return Math.round(this.#mean.weight * 1e6) / 1e6;
  }

  /** Whether that is enough to rely on: five clips. */
  get calibrated(): boolean {
    return this.clipsHeard >= enough;
  }

  /**
   * @param audio as for `Recognizer.predict`
   * @throws as `Recognizer.predict`
   */
  async predict(
    audio: AudioInput,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<SessionPrediction> {
    return this.#hear(await this.#clipOf(audio, signal), 1);
  }

  /**
   * Hears a clip that is known to be spoken neutrally, worth two clips of whatever emotion.
   *
   * @returns the answer for it, centred on what was heard before
   * @throws as `predict`
   */
  async enrolNeutral(
    audio: AudioInput,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<SessionPrediction> {
    return this.#hear(await this.#clipOf(audio, signal), neutralWorth);
  }

  /** The windows of a recording, as `Recognizer.segments`. */
  async segments(
    audio: AudioInput,
    options: SegmentOptions & { readonly signal?: AbortSignal } = {},
  ): Promise<Segment<SessionPrediction>[]> {
    return recordingSegments(audio, options, (chunks, streamed) => this.stream(chunks, streamed));
  }

  /** The windows of a stream, as `Recognizer.stream`. */
  stream(
    chunks: AudioChunks,
    options: StreamOptions & SegmentOptions,
  ): AsyncGenerator<Segment<SessionPrediction>> {
    const { window, hop } = windowOptions(options);
    const worth = Math.min(1, hop / window);
    const windows = streamWindows(chunks, this.#model.sampleRate, options);
    return segmentsOf(windows, (clip) => this.#hear(clip, worth), options);
  }

  /** Forgets the speaker; another may come. */
  newSpeaker(): void {
    this.#mean = new ScoreMean(this.#model.labels.length);
  }

  async #clipOf(audio: AudioInput, signal?: AbortSignal): Promise<AudioClip> {
    return resample(await clipOf(audio, signal), { sampleRate: this.#model.sampleRate });
  }

  async #hear(clip: AudioClip, worth: number): Promise<SessionPrediction> {
    const answer = await this.#model.judge(clip);
    const { clipsHeard, calibrated } = this;
    if (!answer.speech) return { ...answer, clipsHeard, calibrated };
    const { label, probabilities } = answer;
    const shares = this.#model.labels.map((name) => probabilities[name]!);
    const centred = beliefOf(this.#model.labels, this.#mean.centre(shares));
    this.#mean.add(shares, worth);
    return { ...answer, ...centred, raw: { label, probabilities }, clipsHeard, calibrated };
  }
}
