export type DatasetErrorCode =
  | 'folder-not-found'
  | 'empty-folder'
  | 'wrong-corpus'
  | 'invalid-card'
  | 'unknown-corpus'
  | 'unknown-label'
  | 'unknown-split'
  | 'too-few-speakers'
  | 'too-few-corpora'
  | 'too-few-clips'
  | 'duplicate-id'
  | 'leak'
  | 'invalid-split'
  | 'invalid-option';

/** A corpus or a split that cannot be used, with a stable `code` and, where known, the `file`. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
  readonly code: DatasetErrorCode;
  readonly file?: string;

  constructor(
    code: DatasetErrorCode,
    message: string,
    options: { readonly file?: string; readonly cause?: unknown } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    if (options.file !== undefined) this.file = options.file;
  }
}
