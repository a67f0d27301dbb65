export type ExperimentErrorCode =
  | 'invalid-recipe'
  | 'unknown-recipe'
  | 'missing-data'
  | 'unknown-label'
  | 'silent-clip'
  | 'too-many-unreadable'
  | 'too-few-clips'
  | 'trained-speakers'
  | 'out-not-empty'
  | 'out-not-writable'
  | 'nothing-to-resume'
  | 'cannot-resume'
  | 'different-search'
  | 'trials-failed'
  | 'worker-failed'
  | 'not-a-run'
  | 'not-comparable'
  | 'invalid-option';

/** An experiment that cannot be run as asked, with a stable `code` and, where known, the `file`. */
export class ExperimentError extends Error {
  override readonly name = 'ExperimentError';
  readonly code: ExperimentErrorCode;
  readonly file?: string;

  constructor(
    code: ExperimentErrorCode,
    message: string,
    options: { readonly file?: string; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    if (options.file !== undefined) this.file = options.file;
  }
}
