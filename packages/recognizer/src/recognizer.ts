import { resample } from '@ser/dsp';
import type { Engine } from '@ser/models';
import { type AudioInput, clipOf } from './audio/audioInput.js';
import { checkParts } from './checkParts.js';
import { ClipJudge } from './clipJudge.js';
import { Ensemble } from './ensemble.js';
import { RecognizerError } from './errors.js';
import { chooseColumns, columnsOf } from './load/chooseLabels.js';
import { type GeneralClasses, generalModel } from './load/generalModel.js';
import { type LoadOptions, loadModel } from './load/loadModel.js';
import type { ModelSource } from './load/modelSource.js';
import { packTar } from './load/tar.js';
import { type DescribedMember, modelCard } from './modelCard.js';
import type { Prediction } from './prediction.js';
import { networkFiles, readModelFiles } from './readModelFiles.js';
import type { RecognizerCard } from './recognizerCard.js';
import { formatRecognizerFile, modelFiles, type RecognizerFiles } from './recognizerFile.js';
import { membersOf, type RecognizerParts } from './recognizerParts.js';
import { SpeakerSession } from './session/speakerSession.js';
import { recordingSegments } from './windows/recordingSegments.js';
import { type Segment, type SegmentOptions, segmentsOf } from './windows/segment.js';
import { type AudioChunks, type StreamOptions, streamWindows } from './windows/streamWindows.js';

export interface PredictOptions {
  /**
   * Whether to answer without looking for speech first, for sound that is known to be speech: only silence then has no
   * answer.
   *
   * @default false
   */
  readonly assumeSpeech?: boolean;
  /** Stops reading the recording: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * A trained model as one thing: from sound to labels, with what must be known about it.
 *
 * @throws {SerError} `invalid-option` when the parts do not fit together
 * @throws {SerError} `invalid-feature-description`, `unsupported-feature`
 *
 * @example
 * const recognizer = await Recognizer.general();
 * const { label, probabilities } = await recognizer.predict('call.wav');
 */
export class Recognizer {
  readonly labels: readonly string[];
  readonly card: RecognizerCard;
  /** Clips of this rate, in Hz, are taken as they are; others are resampled. */
  readonly sampleRate: number;
  readonly #parts: RecognizerParts;
  readonly #ensemble: Ensemble;
  readonly #judge: ClipJudge;

  constructor(parts: RecognizerParts) {
    const ensemble = new Ensemble(parts);
    checkParts(parts.labels, ensemble);
    const { labels, among, card } = parts;
    const columns = among && columnsOf(labels, among);
    this.labels = [...(among ?? labels)];
    this.card = card;
    this.sampleRate = ensemble.members[0]!.features.sampleRate;
    this.#parts = parts;
    this.#ensemble = ensemble;
    this.#judge = new ClipJudge({
      labels: this.labels,
      async probabilities(clips) {
        const all = await ensemble.probabilities(clips);
        return columns ? chooseColumns(all, labels.length, columns) : all;
      },
    });
  }

  /** The classifiers, one or several whose probabilities are averaged, and what each of them listens to. */
  get members(): readonly DescribedMember[] {
    return this.#ensemble.members.map(({ name, weight, features, encoder }) => ({
      ...{ name, weight, features },
      encoding: encoder?.description,
    }));
  }

  /**
   * Loads a model from its folder, its address, its bytes or its files.
   *
   * @throws {SerError} `model-not-found`, `model-part-missing`, `model-corrupt`, with `file` where known
   * @throws {SerError} `engine-unavailable`
   *
   * @example
   * await Recognizer.load('runs/ravdess/model'); // in Node
   * await Recognizer.load(new URL('/models/ravdess/', location.href)); // in a browser
   */
  static async load(source: ModelSource, options: LoadOptions = {}): Promise<Recognizer> {
    return loadModel(source, options, Recognizer.fromFiles);
  }

  /**
   * Loads the model in the box: it needs `@ser/pretrained`.
   *
   * @throws {SerError} `no-pretrained-model` when that is not installed
   * @throws {SerError} `engine-unavailable`
   */
  static async general({
    classes = 7,
    ...options
  }: LoadOptions & { readonly classes?: GeneralClasses } = {}): Promise<Recognizer> {
    const { files, labels } = await generalModel(classes);
    const whole = await Recognizer.load(files, options);
    return labels === undefined ? whole : whole.among(labels);
  }

  /**
   * Makes a recogniser of what `toFiles` gave; the README may be left out.
   *
   * @throws {SerError} `model-part-missing`, `model-corrupt`, with `file` the name of the part
   * @throws {SerError} `engine-unavailable`
   */
  static async fromFiles(files: RecognizerFiles, engine: Engine): Promise<Recognizer> {
    const parts = await readModelFiles(files, engine);
    try {
      return new Recognizer(parts);
    } catch (cause) {
      for (const { classifier } of membersOf(parts)) classifier.dispose();
      const what = cause instanceof Error ? cause.message : String(cause);
      const file = modelFiles.recognizer;
      throw new RecognizerError('model-corrupt', `The parts of the model do not belong together: ${what}`, {
        file,
        cause,
      });
    }
  }

  /**
   * @param audio sound of any rate, number of channels and length, or where it lies
   * @returns the answer; where nobody speaks, `speech: false` and why
   * @throws {SerError} `invalid-audio` for what is no sound
   * @throws {SerError} for a recording that cannot be read
   * @throws {SerError} `clip-too-short` for speech shorter than the model can describe
   */
  async predict(audio: AudioInput, options: PredictOptions = {}): Promise<Prediction> {
    const [prediction] = await this.predictAll([audio], options);
    return prediction!;
  }

  /**
   * Predicts many clips at once, which is faster than one by one; the answers are the same up to rounding.
   *
   * @returns one prediction a clip, in their order
   * @throws as `predict`, for the first clip that cannot be judged
   */
  async predictAll(
    audios: readonly AudioInput[],
    { assumeSpeech = false, signal }: PredictOptions = {},
  ): Promise<readonly Prediction[]> {
    const clips = await Promise.all(audios.map((audio) => clipOf(audio, signal)));
    const { sampleRate } = this;
    const heard = clips.map((clip) => resample(clip, { sampleRate }));
    return this.#judge.judgeAll(heard, { assumeSpeech });
  }

  /**
   * The answers over the course of a recording: the windows that `stream` makes of it.
   *
   * @throws as `predict` and `stream`
   */
  async segments(
    audio: AudioInput,
    options: SegmentOptions & { readonly signal?: AbortSignal } = {},
  ): Promise<Segment[]> {
    return recordingSegments(audio, options, (chunks, streamed) => this.stream(chunks, streamed));
  }

  /**
   * Answers while sound comes in: one for each window, as soon as it is complete. Windows begin at 0, `hop`, …; the last
   * one is the first that reaches the end, and may be shorter. How the sound is cut into chunks makes no difference, and
   * memory does not grow with time.
   *
   * @throws {SerError} `invalid-option`, `invalid-audio`
   * @throws {SerError} `invalid-option` for a sample rate that cannot be converted
   *
   * @example
   * for await (const { start, label } of recognizer.stream(chunks, { sampleRate: 48000 })) console.log(start, label);
   */
  stream(chunks: AudioChunks, options: StreamOptions & SegmentOptions): AsyncGenerator<Segment> {
    const windows = streamWindows(chunks, this.sampleRate, options);
    return segmentsOf(windows, (clip) => this.#judge.judge(clip), options);
  }

  /** Begins to listen to one speaker at one microphone: answers get better with each clip heard. */
  session(): SpeakerSession {
    const { labels, sampleRate } = this;
    return new SpeakerSession({ labels, sampleRate, judge: (clip) => this.#judge.judge(clip) });
  }

  /**
   * The same model, choosing among some of its labels only: their probabilities are divided by their sum. It shares the
   * network, so one `dispose` frees both; it cannot be saved.
   *
   * @throws {SerError} `invalid-option` for a label that the model does not know, or fewer than two
   */
  among(labels: readonly string[]): Recognizer {
    columnsOf(this.labels, labels);
    return new Recognizer({ ...this.#parts, among: labels });
  }

  /**
   * The whole model as files.
   *
   * @throws {SerError} `invalid-option` for a model that chooses among some of its labels
   */
  async toFiles(): Promise<RecognizerFiles> {
    if (this.#parts.among !== undefined) {
      throw new RecognizerError(
        'invalid-option',
        'A model that chooses among some of its labels cannot be saved. Take the whole model.',
      );
    }
    const { labels, card } = this;
    const { members } = this.#ensemble;
    const described = members.map((member) => ({ ...member, encoding: member.encoder?.description }));
    return {
      ...(await networkFiles(members)),
      [modelFiles.recognizer]: formatRecognizerFile({ labels, members: described, card }),
      [modelFiles.card]: new TextEncoder().encode(modelCard({ labels, card, members: described })),
    };
  }

  /**
   * The whole model as one tar archive, which `load` takes.
   *
   * @throws as `toFiles`, and {RecognizerError} `invalid-option` for a classifier with too long a name
   */
  async toBytes(): Promise<Uint8Array> {
    return packTar(await this.toFiles());
  }

  /** Frees the memory of the networks. The recogniser is of no use afterwards. */
  dispose(): void {
    this.#ensemble.dispose();
  }
}
