/** How a WAV file stores a sample: 16-bit or 24-bit integer, or 32-bit float. */
export type WavSampleFormat = 'pcm16' | 'pcm24' | 'float32';

/** How to write a WAV file. */
export interface EncodeWavOptions {
  /**
   * How a sample is stored.
   *
   * @default 'pcm16'
   */
  readonly format?: WavSampleFormat;

  /**
   * Whether PCM samples beyond full scale are clipped. If not, they are rejected. `float32` stores them unchanged.
   *
   * @default false
   */
  readonly clip?: boolean;
}
