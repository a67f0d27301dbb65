/** A clip recorded by reference/goldens/dsp_augment.py: its length and some of its samples. */
export interface SoundCase<Options> {
  readonly sampleRate: number;
  readonly nSamples: number;
  readonly options: Options;
  readonly expected: {
    readonly nSamples: number;
    readonly at: readonly number[];
    readonly values: readonly number[];
  };
}

export function samplesAt(samples: Float32Array, at: readonly number[]): number[] {
  return at.map((index) => samples[index]!);
}
