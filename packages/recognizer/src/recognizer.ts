import type { SerError } from '@ser/core';
import type { FeatureDescription } from '@ser/dsp';
import type { AudioInput } from './audio/audioInput.js';
import { clipOf } from './audio/clipOf.js';
import { checkParts } from './ensemble/checkParts.js';
import { ClipPredictor } from './ensemble/clipPredictor.js';
import { Ensemble } from './ensemble/ensemble.js';
import type { RecognizerParts } from './ensemble/recognizerParts.js';
import { columnsOf, restrictColumns } from './ensemble/restrictLabels.js';
import { RecognizerError } from './errors.js';
import type { DescribedMember } from './format/modelCard.js';
import type { RecognizerFiles } from './format/modelFiles.js';
import type { RecognizerCard } from './format/recognizerCard.js';
import { saveFiles } from './save/saveFiles.js';
import {
  type BundledClasses,
  bundledModel,
  type BundledName,
  isRuntimeMissing,
} from './load/bundledModel.js';
import { type LoadOptions, loadModel } from './load/loadModel.js';
import type { ModelSource } from './load/modelSource.js';
import { openEncoderFeatures } from './load/openEncoderFeatures.js';
import { packTar } from './load/tar.js';
import type { Prediction } from './prediction.js';
import { restrictProfile } from './session/classProfile.js';
import type { ClassProfile } from './session/speakerOffset.js';
import { SpeakerSession } from './session/speakerSession.js';
import { orUnsure, type UnsureOptions } from './unsure.js';
import {
  type UtteranceEvent,
  utteranceEvents,
  type UtteranceStreamOptions,
} from './utterances/utteranceEvents.js';
import { recordingSegments } from './windows/recordingSegments.js';
import { type Segment, type SegmentOptions, segmentsOf } from './windows/segment.js';
import { type AudioChunks, type StreamOptions, streamWindows } from './windows/streamWindows.js';

export interface PredictOptions extends UnsureOptions {
  /**
   * Whether to skip the search for speech, for audio that is known to be speech. Only silence then has no prediction.
   *
   * @default false
   */
  readonly assumeSpeech?: boolean;
  /**
   * Longest audio, in seconds, above 0. A prediction for one emotion needs about 1 MB per second; for longer audio, use
   * `segments`.
   *
   * @default 600
   */
  readonly maxSeconds?: number | undefined;
  /** Cancels reading the recording: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** How to load a bundled model. */
export interface BundledOptions extends LoadOptions {
  /**
   * The number of classes: seven, or only angry, happy, neutral, and sad.
   *
   * @default 7
   */
  readonly classes?: BundledClasses;
}

/** How to load the general model. */
export interface GeneralOptions extends BundledOptions {
  /** Called with the reason if `general-small` was loaded instead of `general`. */
  readonly onFallback?: (reason: SerError) => void;
}

/**
 * A trained model, from audio to emotion labels: features, normalizers, classifiers, labels, and a model card.
 *
 * @throws {SerError} `invalid-option` if the parts do not fit together
 * @throws {SerError} `invalid-feature-description`, `unsupported-feature`
 *
 * @example
 * const recognizer = await Recognizer.general();
 * const { label, probabilities } = await recognizer.predict('call.wav');
 */
export class Recognizer {
  readonly labels: readonly string[];
  readonly card: RecognizerCard;
  /** The sample rate of the features, in Hz. Audio of other rates is resampled. */
  readonly sampleRate: number;
  /** Mean scores of the classes, `[class][label]`, for sessions; of a model without them, a session subtracts the mean. */
  readonly classProfile: ClassProfile | undefined;
  readonly #parts: RecognizerParts;
  readonly #ensemble: Ensemble;
  readonly #predictor: ClipPredictor;

  constructor(parts: RecognizerParts) {
    const ensemble = new Ensemble(parts.members, parts.openFeatures ?? openEncoderFeatures);
    checkParts(parts.labels, ensemble);
    const { labels, restrictTo, card, classProfile } = parts;
    const columns = restrictTo && columnsOf(labels, restrictTo);
    this.labels = [...(restrictTo ?? labels)];
    this.card = card;
    this.classProfile = classProfile && columns ? restrictProfile(classProfile, columns) : classProfile;
    this.sampleRate = ensemble.members[0]!.features.sampleRate;
    this.#parts = parts;
    this.#ensemble = ensemble;
    this.#predictor = new ClipPredictor({
      labels: this.labels,
      async probabilities(clips) {
        const all = await ensemble.probabilities(clips);
        return columns ? restrictColumns(all, labels.length, columns) : all;
      },
    });
  }

  /** The classifiers and their features. The probabilities of a prediction are their weighted mean. */
  get members(): readonly DescribedMember[] {
    return this.#ensemble.members.map(({ name, weight, features, encoder }) => ({
      ...{ name, weight, features },
      encoding: encoder?.description,
    }));
  }

  /**
   * Loads a model from a folder, a URL, its bytes, or its files.
   *
   * @throws {SerError} `model-not-found`, `model-part-missing`, `model-corrupt`, with `file` where known;
   *   `package-missing` if the model needs a package that is not installed; `engine-unavailable`
   *
   * @example
   * await Recognizer.load('runs/ravdess/model'); // in Node
   * await Recognizer.load(new URL('/models/ravdess/', location.href)); // in a browser
   */
  static async load(source: ModelSource, options: LoadOptions = {}): Promise<Recognizer> {
    const recognizer = await loadModel(source, options, (parts) => new Recognizer(parts));
    try {
      await recognizer.#ensemble.open();
      options.signal?.throwIfAborted();
    } catch (error) {
      recognizer.dispose();
      throw error;
    }
    return recognizer;
  }

  /**
   * Loads a model of the package `@ser/pretrained`.
   *
   * @throws {SerError} `package-missing` if that package or one that the model needs is not installed;
   *   `engine-unavailable` if ONNX Runtime does not work here; `invalid-option`
   *
   * @example
   * const recognizer = await Recognizer.bundled('emodb', { classes: 4 });
   */
  static async bundled(
    name: BundledName,
    { classes = 7, ...options }: BundledOptions = {},
  ): Promise<Recognizer> {
    const { files, labels } = await bundledModel(name, classes);
    const recognizer = await Recognizer.load(files, options);
    return labels === undefined ? recognizer : recognizer.restrictTo(labels);
  }

  /**
   * Loads the bundled model `general` or, where `@ser/encoder` or ONNX Runtime is missing, `general-small`;
   * `card.recipe` is the name of the one that was loaded.
   *
   * @throws {SerError} `package-missing` if the package `@ser/pretrained` is not installed; `invalid-option`
   */
  static async general({ onFallback, ...options }: GeneralOptions = {}): Promise<Recognizer> {
    try {
      return await Recognizer.bundled('general', options);
    } catch (error) {
      if (!isRuntimeMissing(error)) throw error;
      const recognizer = await Recognizer.bundled('general-small', options);
      onFallback?.(error);
      return recognizer;
    }
  }

  /**
   * @param audio of any sample rate and number of channels, or the path or URL of a recording; up to 600 s, unless
   *   you raise `maxSeconds`
   * @returns the prediction; for audio without speech, `speech: false` and the reason
   * @throws {SerError} `invalid-audio` for an input that is not audio
   * @throws {SerError} `file-not-found`, `file-unreadable`, or a code of `decodeAnyAudio` for a recording
   * @throws {SerError} `audio-too-long` for audio longer than `maxSeconds`
   * @throws {SerError} `clip-too-short` for speech too short to compute the features
   * @throws {SerError} `package-missing`, `engine-unavailable` if you put the model together and it has a speech encoder
   */
  async predict(audio: AudioInput, options: PredictOptions = {}): Promise<Prediction> {
    const [prediction] = await this.predictAll([audio], options);
    return prediction!;
  }

  /**
   * Predicts for many clips at once, which is faster than one by one; the predictions are the same up to rounding.
   *
   * @returns one prediction per clip, in their order
   * @throws as `predict`, for the first clip that fails
   */
  async predictAll(
    audios: readonly AudioInput[],
    { assumeSpeech = false, maxSeconds, unsureBelow, signal }: PredictOptions = {},
  ): Promise<readonly Prediction[]> {
    const { sampleRate } = this;
    const read = (audio: AudioInput) => clipOf(audio, { sampleRate, maxSeconds, signal });
    const predictions = await this.#predictor.predictAll(await Promise.all(audios.map(read)), {
      assumeSpeech,
    });
    return predictions.map((prediction) => orUnsure(prediction, { unsureBelow }));
  }

  /**
   * Predictions over the course of a recording of any length, for the same windows as `stream`. A file on disk is read in
   * pieces, so that memory does not grow with its duration; of MP3, Ogg, and MP4, the compressed file is read as a whole.
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
   * Predicts while audio comes in: one prediction per window, as soon as the window is complete. Windows start at 0,
   * `hop`, …; the last one is the first that reaches the end, and may be shorter. The size of the chunks does not
   * change the result, and memory does not grow with time.
   *
   * @throws {SerError} `invalid-option`, also for a sample rate that cannot be converted; `invalid-audio`
   *
   * @example
   * for await (const { start, label } of recognizer.stream(chunks, { sampleRate: 48000 })) console.log(start, label);
   */
  stream(chunks: AudioChunks, options: StreamOptions & SegmentOptions): AsyncGenerator<Segment> {
    const windows = streamWindows(chunks, this.sampleRate, options);
    return segmentsOf(windows, (clip) => this.#predictor.predict(clip), options);
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
  utterances(chunks: AudioChunks, options: UtteranceStreamOptions): AsyncGenerator<UtteranceEvent> {
    return utteranceEvents(chunks, this.sampleRate, (clip) => this.#predictor.predict(clip), options);
  }

  /** Starts a session with one speaker at one microphone: predictions improve with each clip. */
  session(): SpeakerSession {
    const { labels, sampleRate } = this;
    return new SpeakerSession({
      ...{ labels, sampleRate, classProfile: this.classProfile },
      predict: (clip) => this.#predictor.predict(clip),
    });
  }

  /**
   * The same model, choosing among some of its labels: their probabilities are divided by their sum. It shares the
   * classifiers and the encoder, so one `dispose` frees both. It cannot be saved.
   *
   * @throws {SerError} `invalid-option` for an unknown or repeated label, or fewer than two
   */
  restrictTo(labels: readonly string[]): Recognizer {
    columnsOf(this.labels, labels);
    const openFeatures = (features: FeatureDescription) => this.#ensemble.openFeatures(features);
    return new Recognizer({ ...this.#parts, restrictTo: labels, openFeatures });
  }

  /**
   * The whole model as files by name, which `load` accepts.
   *
   * @throws {SerError} `invalid-option` for a model restricted to some of its labels
   */
  async toFiles(): Promise<RecognizerFiles> {
    if (this.#parts.restrictTo !== undefined) {
      throw new RecognizerError(
        'invalid-option',
        'A model restricted to some of its labels cannot be saved. Save the whole model.',
      );
    }
    return saveFiles({ ...this.#parts, members: this.#ensemble.members });
  }

  /**
   * The whole model as one tar archive, which `load` accepts.
   *
   * @throws as `toFiles`, and `invalid-option` for a classifier whose name is too long
   */
  async toBytes(): Promise<Uint8Array> {
    return packTar(await this.toFiles());
  }

  /** Frees the memory of the classifiers and the encoder. Wait for your predictions first. Using it afterwards throws `disposed`. */
  dispose(): void {
    this.#ensemble.dispose();
  }
}
