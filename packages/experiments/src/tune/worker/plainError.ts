import { AudioError } from '@ser/audio-io';
import { DatasetError } from '@ser/datasets';
import { DspError } from '@ser/dsp';
import { ModelError } from '@ser/models';
import { ExperimentError } from '../../errors.js';
import type { PlainError } from './messages.js';

/** An error as data, for another process. */
export function toPlainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  const { code, file } = error as { readonly code?: unknown; readonly file?: unknown };
  return {
    ...{ name, message },
    ...(typeof code === 'string' && { code }),
    ...(typeof file === 'string' && { file }),
    ...(stack !== undefined && { stack }),
  };
}

type TypedError = new (code: never, message: string, options: { readonly file?: string }) => Error;

const typedErrors = { AudioError, DatasetError, DspError, ExperimentError, ModelError };

/** The error again, of the class it had, and with the trace of the process it comes from. */
export function fromPlainError({ name, message, code, file, stack }: PlainError): Error {
  const Typed = typedErrors[name as keyof typeof typedErrors] as TypedError | undefined;
  const options = file === undefined ? {} : { file };
  const error =
    Typed === undefined || code === undefined
      ? Object.assign(new Error(message), { name })
      : new Typed(code as never, message, options);
  if (stack !== undefined) error.stack = stack;
  return error;
}
