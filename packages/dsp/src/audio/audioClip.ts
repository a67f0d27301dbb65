/** One channel of sound. */
export interface AudioClip {
  /** Amplitudes, full scale at -1 and 1. */
  readonly samples: Float32Array;

  /** Samples per second, in Hz. */
  readonly sampleRate: number;
}

/** Sound of one or more channels of equal length, as a file holds it. */
export interface MultichannelAudio {
  /** Amplitudes of each channel, full scale at -1 and 1. */
  readonly channels: readonly Float32Array[];

  /** Samples per second and channel, in Hz. */
  readonly sampleRate: number;
}
