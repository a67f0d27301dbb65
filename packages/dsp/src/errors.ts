export type DspErrorCode =
  | 'invalid-option'
  | 'invalid-sample'
  | 'buffer-mismatch'
  | 'clip-too-short'
  | 'sample-rate-mismatch'
  | 'invalid-feature-description'
  | 'unsupported-feature'
  | 'invalid-augmentation';

/** Sound or settings that cannot be turned into numbers, with a stable `code`. */
export class DspError extends Error {
  override readonly name = 'DspError';
  readonly code: DspErrorCode;

  constructor(code: DspErrorCode, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
  }
}
