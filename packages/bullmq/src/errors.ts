import { SerError } from '@ser/core';

/** The codes of this package's errors; jobs have those of `@ser/experiments`. */
export type QueueErrorCode =
  /** The address of a queue has another protocol than `redis:` or `postgres:`. */
  | 'invalid-option'
  /** The server of the queue does not answer. */
  | 'queue-unreachable'
  /** There is no run with this name in the queue. */
  | 'unknown-run';

/** `SerError` with the codes of this package. */
export const QueueError = SerError<QueueErrorCode>;
export type QueueError = SerError<QueueErrorCode>;
