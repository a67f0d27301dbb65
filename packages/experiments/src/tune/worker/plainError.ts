import { SerError } from '@ser/core';
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

/** The original error, with its class and the stack trace of its process. */
export function fromPlainError({ name, message, code, file, stack }: PlainError): Error {
  const error =
    name === 'SerError' && code !== undefined
      ? new SerError(code, message, { file })
      : Object.assign(new Error(message), { name, ...(code !== undefined && { code }) });
  if (stack !== undefined) error.stack = stack;
  return error;
}
