import type { AudioClip, Features } from '@ser/dsp';

/**
 * A frozen speech encoder: turns a clip into one row of numbers that describes how it sounds. Open it with
 * `createEncoder`, use it for all clips, and close it.
 */
export interface SpeechEncoder {
  readonly layers: readonly number[];
  /** Channels of each layer. */
  readonly width: number;
  /** SHA-256 of the encoder, hexadecimal: its identity, for example in the key of a cache. */
  readonly sha256: string;
  /** One name per number, such as 'encoder.layer2.mean.17'. */
  readonly names: readonly string[];
  /** One line for people: "ONNX Runtime 1.30.0, native". */
  readonly description: string;
  /**
   * Describes a clip by the mean and the standard deviation of every channel of the chosen layers over its active
   * frames: those louder than 35 dB below the 95th percentile. The answer is the same at any gain without clipping.
   *
   * Clips over 29.5 s are processed in overlapping windows of 30 s, and the statistics cover all of them.
   *
   * @param clip of 16,000 Hz and at least 20 ms
   * @returns features of shape `[1, 2 * width * nLayers]`
   * @throws {SerError} `sample-rate-mismatch`, `clip-too-short`, `invalid-sample`, `encoder-closed`
   */
  embed(clip: AudioClip): Promise<Features>;
  /**
   * Ends the use of ONNX Runtime; the last encoder to close frees its memory. Wait for your calls of `embed` first.
   * Closing twice is fine.
   */
  close(): Promise<void>;
}
