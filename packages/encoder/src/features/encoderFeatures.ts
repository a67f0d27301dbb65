import type {
  AudioClip,
  ExtractOptions,
  FeatureDescription,
  FeaturePlan,
  Features,
  FeatureSource,
} from '@ser/dsp';
import type { SpeechEncoder } from '../speechEncoder.js';

/** A column that an encoder computes. */
export interface EncoderColumn {
  readonly encoder: SpeechEncoder;
  /** The encoder's own name of it. */
  readonly name: string;
}

export interface EncoderFeaturesParts {
  /** The whole description, for its names. */
  readonly plan: FeaturePlan;
  /** The features besides `encoder`, if there are any. */
  readonly others: FeaturePlan | undefined;
  /** Their layers are those that the description uses. */
  readonly encoders: readonly SpeechEncoder[];
  /** The columns of features `encoder`, by their names in the description. */
  readonly encoderColumns: ReadonlyMap<string, EncoderColumn>;
}

/** Features of a description with the feature `encoder`: one row per clip. Each encoder runs once for each clip. */
export class EncoderFeatures implements FeatureSource {
  readonly description: FeatureDescription;
  readonly sampleRate: number;
  readonly names: readonly string[];
  readonly nFeatures: number;
  readonly nFrames = 1;
  readonly #others: FeaturePlan | undefined;
  readonly #encoders: readonly SpeechEncoder[];
  /** Where each column is in the rows of the encoders, one after the other, followed by that of the other features. */
  readonly #columns: Uint32Array;

  constructor({ plan, others, encoders, encoderColumns }: EncoderFeaturesParts) {
    this.description = plan.description;
    this.sampleRate = plan.sampleRate;
    this.names = plan.names;
    this.nFeatures = plan.nFeatures;
    this.#others = others;
    this.#encoders = encoders;
    let end = 0;
    const placeOf = new Map(
      encoders.map((encoder) => {
        const places = placesOf(encoder.names, end);
        end += encoder.names.length;
        return [encoder, places];
      }),
    );
    const inOthers = placesOf(others?.names ?? [], end);
    this.#columns = Uint32Array.from(plan.names, (name) => {
      const column = encoderColumns.get(name);
      return column === undefined ? inOthers.get(name)! : placeOf.get(column.encoder)!.get(column.name)!;
    });
  }

  /** @throws {SerError} `sample-rate-mismatch`, `clip-too-short`, `invalid-sample`, `encoder-closed` */
  extract(clip: AudioClip): Promise<Features> {
    return this.extractInSteps(clip);
  }

  /** @throws as `extract`; the reason of the signal, if it is aborted between two encoders or in the other features */
  async extractInSteps(clip: AudioClip, { signal }: ExtractOptions = {}): Promise<Features> {
    const rows: Float32Array[] = [];
    for (const encoder of this.#encoders) {
      signal?.throwIfAborted();
      rows.push((await encoder.embed(clip)).data);
    }
    signal?.throwIfAborted();
    if (this.#others) rows.push((await this.#others.extractInSteps(clip, { signal })).data);
    const all = joined(rows);
    const data = Float32Array.from(this.#columns, (column) => all[column]!);
    return { data, nFrames: 1, nFeatures: this.nFeatures, names: this.names };
  }

  async close(): Promise<void> {
    await Promise.all(this.#encoders.map((encoder) => encoder.close()));
  }
}

function placesOf(names: readonly string[], start: number): ReadonlyMap<string, number> {
  return new Map(names.map((name, i) => [name, start + i]));
}

function joined(rows: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(rows.reduce((length, row) => length + row.length, 0));
  let end = 0;
  for (const row of rows) {
    all.set(row, end);
    end += row.length;
  }
  return all;
}
