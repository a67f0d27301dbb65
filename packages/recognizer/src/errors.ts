/**
 * - `model-not-found`: there is no model folder at that place.
 * - `model-part-missing`: a model lacks one of its files; `file` names it.
 * - `model-corrupt`: a file of a model is damaged or belongs to another model; `file` names it.
 * - `no-pretrained-model`: the general model was asked for, and `@ser/pretrained` is not installed, or cannot be read.
 * - `invalid-audio`: what was given is no sound, or holds values that are no numbers.
 * - `invalid-features`: features are not those that the normaliser was fitted on, or hold no number.
 * - `invalid-option`: the parts of a recogniser do not fit together, or an option is out of bounds.
 */
export type RecognizerErrorCode =
  | 'model-not-found'
  | 'model-part-missing'
  | 'model-corrupt'
  | 'no-pretrained-model'
  | 'invalid-audio'
  | 'invalid-features'
  | 'invalid-option';

/** A model that cannot be used, or a clip it cannot judge, with a stable `code` and, where known, the `file`. */
export class RecognizerError extends Error {
  override readonly name = 'RecognizerError';
  readonly code: RecognizerErrorCode;
  /** The offending file: a part's name, with the folder where it is known. */
  readonly file?: string;

  constructor(
    code: RecognizerErrorCode,
    message: string,
    options: { readonly file?: string; readonly cause?: unknown } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    if (options.file !== undefined) this.file = options.file;
  }
}
