/** A sound that reference/goldens/dsp_augment.py recorded: its length and the samples kept of it. */
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
