import { SerError } from '@ser/core';

/**
 * - `unauthorized`: the request has no token, or a wrong one.
 * - `upload-too-large`: the upload has more than `maxBytes`.
 * - `server-busy`: more requests wait than `maxWaiting`, or more streams are open than `maxStreams`.
 * - `request-timeout`: the answer took longer than `timeout`.
 * - `no-recording`: the request has no recording.
 * - `invalid-request`: a parameter or a message is out of bounds or unknown.
 * - `slow-reader`: a client does not read the events of its stream.
 */
export type ServerErrorCode =
  | 'unauthorized'
  | 'upload-too-large'
  | 'server-busy'
  | 'request-timeout'
  | 'no-recording'
  | 'invalid-request'
  | 'slow-reader';

/** `SerError` with the codes of this package. */
export const ServerError = SerError<ServerErrorCode>;
export type ServerError = SerError<ServerErrorCode>;

const statuses: Readonly<Record<string, number>> = {
  unauthorized: 401,
  'upload-too-large': 413,
  'audio-too-long': 413,
  'server-busy': 503,
  'request-timeout': 503,
  'unsupported-format': 415,
  'decoder-not-installed': 415,
  'not-audio': 415,
  'package-missing': 500,
  'engine-unavailable': 500,
  'model-corrupt': 500,
};

/** An error of one of our packages, whichever; undefined for any other. */
export function typedError(error: unknown): SerError | undefined {
  return error instanceof SerError ? (error as SerError) : undefined;
}

/** The HTTP status of an error: a typed one is the client's fault unless it is in the table. */
export function statusOf(error: unknown): number {
  const typed = typedError(error);
  if (typed) return statuses[typed.code] ?? 400;
  const { statusCode } = error as { readonly statusCode?: number };
  return statusCode ?? 500;
}

/** Codes of Fastify's errors for uploads that are too large. */
export const tooLargeCodes: readonly string[] = ['FST_ERR_CTP_BODY_TOO_LARGE', 'FST_REQ_FILE_TOO_LARGE'];
