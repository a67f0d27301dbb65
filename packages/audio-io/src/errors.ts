/** What is wrong with a recording, as a stable word to switch on. */
export type AudioErrorCode =
  | 'file-not-found'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'empty-file'
  | 'git-lfs-pointer'
  | 'not-audio'
  | 'unsupported-format'
  | 'decoder-not-installed'
  | 'truncated-file'
  | 'corrupt-file'
  | 'invalid-option'
  | 'invalid-sample';

/** A recording that cannot be read or written, with a stable `code` and, where known, the `file`. */
export class AudioError extends Error {
  override readonly name = 'AudioError';
  readonly code: AudioErrorCode;
  readonly file?: string;

  constructor(
    code: AudioErrorCode,
    message: string,
    options: { readonly file?: string; readonly cause?: unknown } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.file = options.file;
  }
}
