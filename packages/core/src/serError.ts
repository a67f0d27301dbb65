/** The mark of every `SerError`, whichever copy of this package made it. */
const brand: unique symbol = Symbol.for('@ser/core/SerError');

/** What a `SerError` can say besides its message. */
export interface SerErrorOptions {
  /** The offending file or folder, or the name of the offending part of a model. */
  readonly file?: string | undefined;
  /** The name of the offending layer of a network. */
  readonly layer?: string | undefined;
  /** The error that led to this one. */
  readonly cause?: unknown;
}

/**
 * The one error class of all `@ser/*` packages. Switch on `code`: codes are stable, messages are not. Each package
 * documents its codes as a type, such as `AudioErrorCode`.
 *
 * `instanceof SerError` also recognizes errors made by another copy of this package, for example its CommonJS build
 * beside its ESM build.
 *
 * @example
 * try {
 *   await recognizer.predict('call.wav');
 * } catch (error) {
 *   if (error instanceof SerError && error.code === 'file-not-found') console.error(error.file);
 *   else throw error;
 * }
 */
export class SerError<Code extends string = string> extends Error {
  override readonly name = 'SerError';
  /** What went wrong, in kebab-case; stable across versions. */
  readonly code: Code;
  /** The offending file or folder, or the name of the offending part of a model, where known. */
  declare readonly file?: string;
  /** The name of the offending layer of a network, where known. */
  declare readonly layer?: string;

  constructor(code: Code, message: string, { file, layer, ...rest }: SerErrorOptions = {}) {
    super(message, rest.cause === undefined ? undefined : { cause: rest.cause });
    this.code = code;
    if (file !== undefined) this.file = file;
    if (layer !== undefined) this.layer = layer;
    Object.defineProperty(this, brand, { value: true });
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    const isSubclass = Object.getPrototypeOf(this) !== Error;
    if (isSubclass) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === 'object' && value !== null && brand in value;
  }
}
