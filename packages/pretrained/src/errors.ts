export type PretrainedErrorCode = 'unknown-model';

/** A model that cannot be had, with a stable `code`. */
export class PretrainedError extends Error {
  override readonly name = 'PretrainedError';
  readonly code: PretrainedErrorCode;

  constructor(code: PretrainedErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
