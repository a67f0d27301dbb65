/** Quality of the recording, measured on the audio that the model receives: one channel at its sample rate. */
export interface AudioQuality {
  /** Estimated signal-to-noise ratio, in dB, in [-20, 80]; null without speech. Expect worse predictions below 15. */
  readonly snr: number | null;
  /** Level of the speech, or of everything if there is no speech, above 80 Hz, in dB of full scale, >= -120. */
  readonly level: number;
  /** Seconds of speech. */
  readonly speechSeconds: number;
  /** Share of the samples within 1% of full scale or beyond, in [0, 1]; above 0.001 the recording is likely distorted. */
  readonly clipped: number;
  /**
   * Present if the channels of the recording cancel each other, as with one inverted channel: their mean is at least 12 dB
   * below the loudest channel. Then the loudest channel was used alone.
   */
  readonly channelsCancel?: true;
}

/** Samples of at least this magnitude count as clipped. */
const fullScale = 0.99;

/** Share of the samples within 1% of full scale or beyond. */
export function clippedShare(samples: Float32Array): number {
  if (samples.length === 0) return 0;
  let clipped = 0;
  for (const sample of samples) if (Math.abs(sample) >= fullScale) clipped++;
  return clipped / samples.length;
}
