import type { Failure } from './protocol.js';

/** An error as a message: its code and its text. */
export function failureOf(error: unknown): Failure {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return {
    code: typeof code === 'string' ? code : 'unexpected',
    message: error instanceof Error ? error.message : String(error),
  };
}

/** An error of the worker, in the page. */
export class LiveError extends Error {
  readonly code: string;

  constructor({ code, message }: Failure) {
    super(message);
    this.name = 'LiveError';
    this.code = code;
  }
}
