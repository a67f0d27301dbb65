import type { AudioClip, FeatureDescription } from '@ser/dsp';
import type { AudioInput } from './audio/audioInput.js';
import { clipOf } from './audio/clipOf.js';
import { type ClipResult, predictEach } from './batch/predictEach.js';
import { checkDimensions } from './dimensions/recognizerDimensions.js';
import { checkParts } from './ensemble/checkParts.js';
import { ClipPredictor } from './ensemble/clipPredictor.js';
import { Ensemble } from './ensemble/ensemble.js';
import type { RecognizerParts } from './ensemble/recognizerParts.js';
import { columnsOf } from './ensemble/restrictLabels.js';
import { exportOnnx } from './export/exportOnnx.js';
import type { DescribedMember } from './format/modelCard.js';
import type { RecognizerFiles } from './format/modelFiles.js';
import type { RecognizerCard } from './format/recognizerCard.js';
import { saveFiles } from './save/saveFiles.js';
import { bundledModel, type BundledName, isRuntimeMissing } from './load/bundledModel.js';
import { type LoadOptions, loadModel, openOrDispose } from './load/loadModel.js';
import type { ModelSource } from './load/modelSource.js';
import { openEncoderFeatures } from './load/openEncoderFeatures.js';
import { packTar } from './load/tar.js';
import type { Prediction } from './prediction.js';
import type { BundledOptions, GeneralOptions, PredictOptions } from './recognizerOptions.js';
import { restrictProfile } from './scores/fitClassProfile.js';
import type { ClassProfile } from './scores/classProfile.js';
import { SpeakerSession } from './session/speakerSession.js';
import type { TeachSettings } from './teach/taughtClip.js';
import { Teacher } from './teach/teacher.js';
import { taughtModelRestricted } from './teach/teachErrors.js';
import { orUnsure } from './unsure.js';
import { StreamPredictor } from './stream/streamPredictor.js';

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
export class Recognizer extends StreamPredictor<Prediction> {
  readonly labels: readonly string[];
  readonly card: RecognizerCard;
  override readonly sampleRate: number;
  /** Mean scores of the classes, `[class][label]`, for sessions; of a model without them, a session subtracts the mean. */
  readonly classProfile: ClassProfile | undefined;
  readonly #parts: RecognizerParts;
  readonly #ensemble: Ensemble;
  readonly #predictor: ClipPredictor;
  readonly #modelLabels: readonly string[];
  /** What was taught, and saved with the model. */
  readonly #teacher: Teacher | undefined;

  constructor(parts: RecognizerParts) {
    super();
    const { dimensions } = parts;
    const ensemble = new Ensemble(parts.members, parts.openFeatures ?? openEncoderFeatures, dimensions);
    checkParts(parts.labels, ensemble);
    if (dimensions) checkDimensions(dimensions, ensemble.members[0]!.classifier.inputShape);
    const { labels, restrictTo, card, classProfile, taught } = parts;
    const columns = restrictTo && columnsOf(labels, restrictTo);
    const modelLabels = [...(restrictTo ?? labels)];
    this.#teacher = taught && new Teacher(modelLabels, taught, taught.clips);
    this.labels = this.#teacher?.labels ?? modelLabels;
    this.#modelLabels = modelLabels;
    this.card = card;
    this.classProfile = classProfile && columns ? restrictProfile(classProfile, columns) : classProfile;
    this.sampleRate = ensemble.members[0]!.features.sampleRate;
    this.#parts = parts;
    this.#ensemble = ensemble;
    this.#predictor = new ClipPredictor({
      ...{ labels: modelLabels, teacher: this.#teacher },
      recognize: (clips, signal) => ensemble.recognize(clips, { columns, signal }),
    });
  }

  /** The names of the values that predictions have, such as arousal; empty if there are none. */
  get dimensions(): readonly string[] {
    return this.#parts.dimensions?.names ?? [];
  }

  /** The classifiers and their features. The probabilities of a prediction are their weighted mean. */
  get members(): readonly DescribedMember[] {
    return this.#ensemble.described;
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
    await openOrDispose(recognizer.#ensemble, options.signal);
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
    const [prediction] = await this.#predictClips([await this.#read(audio, options)], options);
    return prediction!;
  }

  /**
   * Predicts for many clips at once, which is faster than one by one; the predictions are the same up to rounding. A clip
   * that cannot be read or is too short to predict has an error, and does not affect the others. At most 32 clips are in
   * memory at a time.
   *
   * @returns one result per clip, in their order
   * @throws {SerError} `invalid-option`, `disposed`, and what concerns the model rather than a clip
   *
   * @example
   * for (const { prediction, error } of await recognizer.predictAll(files)) console.log(prediction?.label ?? error.message);
   */
  predictAll(audios: readonly AudioInput[], options: PredictOptions = {}): Promise<readonly ClipResult[]> {
    return predictEach({
      ...{ audios, signal: options.signal },
      read: (audio: AudioInput) => this.#read(audio, options),
      predict: (clips) => this.#predictClips(clips, options),
    });
  }

  #read(audio: AudioInput, { maxSeconds, signal }: PredictOptions): Promise<AudioClip> {
    return clipOf(audio, { sampleRate: this.sampleRate, maxSeconds, signal });
  }

  async #predictClips(
    clips: readonly AudioClip[],
    { assumeSpeech = false, unsureBelow, signal }: PredictOptions,
  ): Promise<readonly Prediction[]> {
    const predictions = await this.#predictor.predictAll(clips, { assumeSpeech, signal });
    return predictions.map((prediction) => orUnsure(prediction, { unsureBelow }));
  }

  protected override predictPart(clip: AudioClip): Promise<Prediction> {
    return this.#predictor.predict(clip);
  }

  /**
   * Starts a session with one speaker at one microphone: predictions improve with each clip, and with each that you teach
   * it. A session of a taught model continues with what was taught.
   *
   * @throws {SerError} `invalid-option`
   */
  session(settings: TeachSettings = this.#teacher?.settings ?? {}): SpeakerSession {
    const { sampleRate, classProfile } = this;
    return new SpeakerSession({
      ...{ labels: this.#modelLabels, sampleRate, classProfile },
      teacher: new Teacher(this.#modelLabels, settings, this.#teacher?.clips),
      recognize: (clip, signal) => this.#predictor.recognize(clip, signal),
      save: (taught) => saveFiles({ ...this.#parts, taught, members: this.#ensemble.members }),
    });
  }

  /**
   * The same model, choosing among some of its labels: their probabilities are divided by their sum. It shares the
   * classifiers and the encoder, so one `dispose` frees both. It cannot be saved.
   *
   * @throws {SerError} `invalid-option` for an unknown or repeated label, or fewer than two
   */
  restrictTo(labels: readonly string[]): Recognizer {
    if (this.#teacher) throw taughtModelRestricted();
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

  /**
   * The steps from features to probabilities as one ONNX file; the README describes its inputs, output, and metadata.
   *
   * @throws {SerError} `invalid-option` for a taught model, `package-missing`, `unsupported-layer`, `unsupported-option`
   */
  async toOnnx(): Promise<Uint8Array> {
    return exportOnnx({ ...this.#parts, members: this.#ensemble.members });
  }

  /** Frees the memory of the classifiers and the encoder. Wait for your predictions first. Using it afterwards throws `disposed`. */
  dispose(): void {
    this.#ensemble.dispose();
  }
}
