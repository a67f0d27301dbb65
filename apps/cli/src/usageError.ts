export type UsageErrorCode =
  | 'invalid-json'
  | 'invalid-option'
  | 'missing-argument'
  | 'missing-option'
  | 'unknown-corpus'
  | 'unknown-engine'
  | 'unknown-recipe'
  | 'unknown-split';

/** The command line is wrong: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code: UsageErrorCode;
  readonly file?: string;

  constructor(code: UsageErrorCode, message: string, options: { readonly file?: string } = {}) {
    super(message);
    this.code = code;
    if (options.file !== undefined) this.file = options.file;
  }
}
