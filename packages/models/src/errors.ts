/** What went wrong, stable across versions. */
export type ModelErrorCode =
  | 'engine-unavailable'
  | 'package-missing'
  | 'invalid-network'
  | 'invalid-option'
  | 'shape-mismatch'
  | 'invalid-model-files'
  | 'diverged';

/** A network that cannot be built, trained, saved or loaded, with a stable `code` and, where known, the `file`. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: ModelErrorCode;
  /** Name of the offending part of a saved model, such as `weights.bin`. */
  readonly file?: string;

  constructor(
    code: ModelErrorCode,
    message: string,
    options: { readonly file?: string; readonly cause?: unknown } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    if (options.file !== undefined) this.file = options.file;
  }
}
