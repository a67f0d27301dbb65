export type UsageErrorCode =
  | 'invalid-json'
  | 'invalid-option'
  | 'missing-option'
  | 'not-built-yet'
  | 'unknown-engine'
  | 'unknown-recipe'
  | 'unknown-split';

/** What was typed cannot be done: exit code 2. */
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

/**
 * The refusal of a command, option or value that the contract names and a later version brings.
 *
 * @param what as typed, for example `ser listen` or `--workers`
 */
export function notBuiltYet(what: string): UsageError {
  return new UsageError('not-built-yet', `\`${what}\` is not built yet.`);
}
