import type { EncoderRuntimeOptions } from '../encoderOptions.js';
import type { DownloadOptions } from '../files/downloadOptions.js';

/** How to run the encoders, and how to get them; the description says which of their layers to use. */
export interface OpenFeaturesOptions extends EncoderRuntimeOptions, DownloadOptions {
  /**
   * Where an encoder is: a folder or URL for each `model` of the description.
   *
   * @default the `model` itself
   */
  readonly locate?: ((model: string) => string) | undefined;
}
