import { isSilent, resample, type AudioClip } from '@ser/audio-io';
import { FeatureExtractor, type FeatureDescription } from '@ser/dsp';
import type { Classifier, Engine, Examples } from '@ser/models';
import { checkParts } from './checkParts.js';
import { RecognizerError } from './errors.js';
import { modelCard } from './modelCard.js';
import type { Normalizer } from './normalizer.js';
import { readModelFiles } from './readModelFiles.js';
import type { RecognizerCard } from './recognizerCard.js';
import { formatRecognizerFile, modelFiles, type RecognizerFiles } from './recognizerFile.js';
import type { RecognizerParts } from './recognizerParts.js';

/** What a recogniser makes of a clip. */
export interface Prediction {
  /** The likeliest label. */
  readonly label: string;
  /** The share of belief in each label, in label order; they sum to 1. */
  readonly probabilities: Readonly<Record<string, number>>;
}

/**
 * A trained model as one thing: from sound to labels, with what must be known about it.
 *
 * @throws {RecognizerError} `invalid-option` when the parts do not fit together
 * @throws {DspError} `invalid-feature-description`, `unsupported-feature`
 *
 * @example
 * const recognizer = new Recognizer({ labels, features, normalizer, classifier, card });
 * const { label, probabilities } = await recognizer.predict(clip);
 */
export class Recognizer {
  readonly labels: readonly string[];
  readonly features: FeatureDescription;
  readonly card: RecognizerCard;
  /** Clips of this rate, in Hz, are taken as they are; others are resampled. */
  readonly sampleRate: number;
  readonly #extractor: FeatureExtractor;
  readonly #normalizer: Normalizer;
  readonly #classifier: Classifier;

  constructor({ labels, features, normalizer, classifier, card }: RecognizerParts) {
    const extractor = new FeatureExtractor(features);
    checkParts({ labels, extractor, normalizer, classifier });
    this.labels = [...labels];
    this.features = extractor.description;
    this.card = card;
    this.sampleRate = extractor.description.sampleRate;
    this.#extractor = extractor;
    this.#normalizer = normalizer;
    this.#classifier = classifier;
  }

  /**
   * @param clip of any sample rate
   * @throws {RecognizerError} `silent-clip`
   * @throws {DspError} `clip-too-short`, `invalid-sample`
   * @throws {AudioError} `invalid-option` for a sample rate that cannot be converted
   */
  async predict(clip: AudioClip): Promise<Prediction> {
    const [prediction] = await this.predictAll([clip]);
    return prediction!;
  }

  /**
   * Predicts many clips at once, which is faster than one by one; the answers are the same up to rounding.
   *
   * @returns one prediction a clip, in their order
   * @throws as `predict`, for the first clip that cannot be judged
   */
  async predictAll(clips: readonly AudioClip[]): Promise<readonly Prediction[]> {
    if (clips.length === 0) return [];
    const probabilities = await this.#classifier.predictProbabilities(this.#examplesOf(clips));
    return clips.map((_, i) =>
      predictionOf(this.labels, probabilities.subarray(i * this.labels.length, (i + 1) * this.labels.length)),
    );
  }

  /** The whole model as files. */
  async toFiles(): Promise<RecognizerFiles> {
    const { labels, features, card } = this;
    return {
      ...(await this.#classifier.save()),
      [modelFiles.recognizer]: formatRecognizerFile({ labels, features, normalizer: this.#normalizer, card }),
      [modelFiles.card]: new TextEncoder().encode(modelCard({ labels, features, card })),
    };
  }

  /**
   * Makes a recogniser of what `toFiles` gave; the README may be left out.
   *
   * @throws {RecognizerError} `model-part-missing`, `model-corrupt`, with `file` the name of the part
   * @throws {ModelError} `engine-unavailable`
   */
  static async fromFiles(files: RecognizerFiles, engine: Engine): Promise<Recognizer> {
    const parts = await readModelFiles(files, engine);
    try {
      return new Recognizer(parts);
    } catch (cause) {
      parts.classifier.dispose();
      const what = cause instanceof Error ? cause.message : String(cause);
      const file = modelFiles.recognizer;
      throw new RecognizerError('model-corrupt', `The parts of the model do not belong together: ${what}`, {
        file,
        cause,
      });
    }
  }

  /** Frees the network's memory. The recogniser is of no use afterwards. */
  dispose(): void {
    this.#classifier.dispose();
  }

  #examplesOf(clips: readonly AudioClip[]): Examples {
    const { nFeatures, nFrames = 0 } = this.#extractor;
    const data = new Float32Array(clips.length * nFrames * nFeatures);
    clips.forEach((clip, i) => {
      const features = this.#extractor.extract(convert(clip, this.sampleRate));
      data.set(this.#normalizer.apply(features).data, i * nFrames * nFeatures);
    });
    return { data, shape: [clips.length, nFrames, nFeatures] };
  }
}

function convert(clip: AudioClip, sampleRate: number): AudioClip {
  if (isSilent(clip)) {
    throw new RecognizerError(
      'silent-clip',
      'The clip holds no sound, so there is nothing to recognise. Check the recording and that the microphone was not muted.',
    );
  }
  return resample(clip, { sampleRate });
}

function predictionOf(labels: readonly string[], probabilities: Float32Array): Prediction {
  if (!probabilities.every(Number.isFinite)) {
    throw new RecognizerError(
      'model-corrupt',
      'The network answered with something that is no number: its weights are damaged. Copy or train the model again.',
    );
  }
  const likeliest = probabilities.reduce((best, p, i) => (p > probabilities[best]! ? i : best), 0);
  return {
    label: labels[likeliest]!,
    probabilities: Object.fromEntries(labels.map((label, i) => [label, probabilities[i]!])),
  };
}
