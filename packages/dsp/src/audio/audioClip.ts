/** One channel of sound. */
export interface AudioClip {
  /** Amplitudes, full scale at -1 and 1, of shape `[nSamples]`. */
  readonly samples: Float32Array;

  /** Samples per second, in Hz. */
  readonly sampleRate: number;
}

/** Sound of one or more channels of equal length, as audio files store it. */
export interface MultichannelAudio {
  /** Amplitudes of each channel, full scale at -1 and 1, each of shape `[nSamples]`. */
  readonly channels: readonly Float32Array[];

  /** Samples per second of each channel, in Hz. */
  readonly sampleRate: number;
}
