import { invalidOption } from '@ser/core';
import type { AudioClip } from '@ser/dsp';
import type { AudioInput } from '../audio/audioInput.js';
import { clipOf } from '../audio/clipOf.js';
import { packTar } from '../load/tar.js';
import { classify } from '../prediction.js';
import type { RecognizedClip } from '../ensemble/clipPredictor.js';
import type { RecognizerFiles } from '../format/modelFiles.js';
import { learningCurve, type LearningCurveOptions, type LearningPoint } from '../teach/learningCurve.js';
import { summaryOf, type Taught } from '../teach/taught.js';
import type { Teacher } from '../teach/teacher.js';
import { notTeachable, noSpeechToTeach } from '../teach/teachErrors.js';
import { VoiceWatch } from '../teach/voiceWatch.js';
import { orUnsure, type UnsureOptions } from '../unsure.js';
import { StreamPredictor } from '../stream/streamPredictor.js';
import type { SessionModel, SessionPrediction } from './sessionModel.js';
import { SpeakerOffset } from './speakerOffset.js';

/** Number of clips after which a session is calibrated. */
const enoughClips = 5;

/** Weight of a neutral clip; that of a clip with any emotion is 1. */
const neutralWeight = 2;
/** The label of a neutral clip. */
const neutralLabel = 'neutral';

/** How a clip counts in a session. */
interface AddedClip {
  /** As a number of clips; 0 only predicts. */
  readonly weight: number;
  /** The column of its label, if it is known. */
  readonly actual?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

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
export class SpeakerSession extends StreamPredictor<SessionPrediction> {
  override readonly sampleRate: number;
  readonly #model: SessionModel;
  readonly #teacher: Teacher;
  #offset: SpeakerOffset;
  #voices = new VoiceWatch();
  #nTaught = 0;

  /** Use `recognizer.session()`. */
  constructor(model: SessionModel) {
    super();
    this.sampleRate = model.sampleRate;
    this.#model = model;
    this.#teacher = model.teacher;
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
    const clip = await this.#clipOf(audio, signal);
    return orUnsure(await this.#predict(clip, { weight: 1, signal }), { unsureBelow });
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
    return this.#predict(await this.#clipOf(audio, signal), { weight: neutralWeight, actual, signal });
  }

  /** Overlapping windows of a stream count as fractions of a clip, and whole utterances as clips. */
  protected override predictPart(clip: AudioClip, weight: number): Promise<SessionPrediction> {
    return this.#predict(clip, { weight });
  }

  /**
   * Teaches the model a clip of this speaker: later predictions of similar clips tend to its label. A few clips per label
   * are enough; they take milliseconds, in any order. Labels may be new. Only what the model computed from a clip is kept,
   * never audio.
   *
   * @param id names the clip; one with the same id is replaced. @default 'clip-1', 'clip-2', …
   * @returns the id, and what the clip was recognized as before
   * @throws {SerError} `no-speech` for a clip without speech; `not-teachable` for a model without a classifier that has one
   *   row of features per clip; `invalid-option` for a label that is empty; as `predict`
   *
   * @example
   * await session.teach('angry.wav', 'angry');
   * await session.teach('tired.wav', 'tired'); // a new label
   * session.taught.estimate; // { uar: 0.83, low: 0.71, high: 0.92, nClips: 20 }
   */
  async teach(
    audio: AudioInput,
    label: string,
    { id, signal }: { readonly id?: string | undefined; readonly signal?: AbortSignal | undefined } = {},
  ): Promise<{ readonly id: string; readonly before: SessionPrediction }> {
    if (typeof label !== 'string' || label.trim() === '') throw invalidOption('label', 'a word', label);
    const recognized = await this.#model.recognize(await this.#clipOf(audio, signal), signal);
    const before = this.#predictionOf(recognized);
    if (!before.speech) throw noSpeechToTeach(before);
    const { row, shares } = recognized;
    if (row === undefined) throw notTeachable();
    const name = id ?? this.#nextId();
    this.#teacher.teach({ id: name, label: label.trim(), row, shares });
    return { id: name, before };
  }

  /**
   * Removes a taught clip, as if it had never been taught.
   *
   * @returns whether there was a clip with this id
   */
  forget(id: string): boolean {
    return this.#teacher.forget(id);
  }

  /** What was taught so far. */
  get taught(): Taught {
    return summaryOf(this.#teacher, this.#offset.values, this.#voices.isOther);
  }

  /**
   * How well the taught clips are recognized after 0, 1, 2, 3, 5, and 10 others of each label, drawn at random.
   *
   * @returns as far as every label has more clips than that; nothing with fewer than two labels
   * @throws {SerError} `invalid-option`
   *
   * @example
   * session.learningCurve(); // [{ clipsPerLabel: 0, uar: 0.52, low: 0.52, high: 0.52 }, { clipsPerLabel: 1, … }, …]
   */
  learningCurve(options: LearningCurveOptions = {}): readonly LearningPoint[] {
    const { clips, settings } = this.#teacher;
    return learningCurve(clips, { ...options, modelLabels: this.#model.labels, settings });
  }

  /** The labels of predictions: those of the model, then new ones; or only those taught. */
  get labels(): readonly string[] {
    return this.#teacher.size === 0 ? this.#model.labels : this.#teacher.labels;
  }

  /**
   * The model with what was taught, as files that `Recognizer.load` accepts: the numbers that it computed from the clips,
   * never audio. `saveRecognizer` writes them into a folder.
   *
   * @example
   * await saveRecognizer('me', session);
   * const mine = await Recognizer.load('me');
   */
  toFiles(): Promise<RecognizerFiles> {
    return this.#model.save({ ...this.#teacher.settings, clips: this.#teacher.clips });
  }

  /** The files of `toFiles` as one tar archive, which `Recognizer.load` accepts. */
  async toBytes(): Promise<Uint8Array> {
    return packTar(await this.toFiles());
  }

  /** Removes all clips that were predicted, to start with a new speaker; what was taught stays. */
  newSpeaker(): void {
    this.#offset = offsetOf(this.#model);
    this.#voices = new VoiceWatch();
  }

  #nextId(): string {
    const known = new Set(this.#teacher.clips.map(({ id }) => id));
    do this.#nTaught++;
    while (known.has(`clip-${this.#nTaught}`));
    return `clip-${this.#nTaught}`;
  }

  #clipOf(audio: AudioInput, signal?: AbortSignal): Promise<AudioClip> {
    return clipOf(audio, { sampleRate: this.#model.sampleRate, signal });
  }

  async #predict(clip: AudioClip, { weight, actual, signal }: AddedClip): Promise<SessionPrediction> {
    const recognized = await this.#model.recognize(clip, signal);
    const prediction = this.#predictionOf(recognized);
    if (prediction.speech && weight > 0) {
      this.#offset.add(recognized.shares, weight, actual);
      if (recognized.row) this.#voices.add(this.#teacher.voiceMatch(recognized.row));
    }
    return prediction;
  }

  #predictionOf({ prediction, row, shares }: RecognizedClip): SessionPrediction {
    const { clipsUsed, calibrated } = this;
    if (!prediction.speech) return { ...prediction, clipsUsed, calibrated };
    const { label, probabilities } = prediction;
    const own =
      this.#teacher.size === 0
        ? classify(this.#model.labels, this.#offset.center(shares))
        : classify(this.#teacher.labels, this.#teacher.probabilities(row!, shares, this.#offset.values));
    return { ...prediction, ...own, raw: { label, probabilities }, clipsUsed, calibrated };
  }
}

function offsetOf({ labels, classProfile }: SessionModel): SpeakerOffset {
  return new SpeakerOffset(labels.length, classProfile);
}
