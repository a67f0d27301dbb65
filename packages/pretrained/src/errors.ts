export type PretrainedErrorCode = 'unknown-model' | 'model-unreadable';

/** A model that cannot be had, with a stable `code` and, where known, the `file`. */
export class PretrainedError extends Error {
  override readonly name = 'PretrainedError';
  readonly code: PretrainedErrorCode;
  readonly file?: string;

  constructor(
    code: PretrainedErrorCode,
    message: string,
    options: { readonly file?: string; readonly cause?: unknown } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    if (options.file !== undefined) this.file = options.file;
  }
}
