import type { AudioClip, FeatureDescription, FeaturePlan, Features, FeatureSource } from '@ser/dsp';
import type { SpeechEncoder } from '../speechEncoder.js';

export interface EncoderFeaturesParts {
  /** The whole description, for its names. */
  readonly plan: FeaturePlan;
  /** The features besides `encoder`, if there are any. */
  readonly others: FeaturePlan | undefined;
  /** Its layers are those that the description uses. */
  readonly encoder: SpeechEncoder;
  /** The encoder's name of each column of a feature `encoder`. */
  readonly encoderNames: ReadonlyMap<string, string>;
}

/** Features of a description with the feature `encoder`: one row per clip. The encoder runs once for each clip. */
export class EncoderFeatures implements FeatureSource {
  readonly description: FeatureDescription;
  readonly sampleRate: number;
  readonly names: readonly string[];
  readonly nFeatures: number;
  readonly nFrames = 1;
  readonly #others: FeaturePlan | undefined;
  readonly #encoder: SpeechEncoder;
  /** Where each column is in the encoder's row followed by that of the other features. */
  readonly #columns: Uint32Array;

  constructor({ plan, others, encoder, encoderNames }: EncoderFeaturesParts) {
    this.description = plan.description;
    this.sampleRate = plan.sampleRate;
    this.names = plan.names;
    this.nFeatures = plan.nFeatures;
    this.#others = others;
    this.#encoder = encoder;
    const inEncoder = indexOfEach(encoder.names);
    const inOthers = indexOfEach(others?.names ?? []);
    this.#columns = Uint32Array.from(plan.names, (name) => {
      const nameInEncoder = encoderNames.get(name);
      return nameInEncoder === undefined
        ? encoder.names.length + inOthers.get(name)!
        : inEncoder.get(nameInEncoder)!;
    });
  }

  /** @throws {SerError} `sample-rate-mismatch`, `clip-too-short`, `invalid-sample`, `encoder-closed` */
  async extract(clip: AudioClip): Promise<Features> {
    const embedding = await this.#encoder.embed(clip);
    const others = this.#others?.extract(clip);
    const { length } = embedding.data;
    const data = Float32Array.from(this.#columns, (column) =>
      column < length ? embedding.data[column]! : others!.data[column - length]!,
    );
    return { data, nFrames: 1, nFeatures: this.nFeatures, names: this.names };
  }

  close(): Promise<void> {
    return this.#encoder.close();
  }
}

function indexOfEach(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, i) => [name, i]));
}
