import { invalidOption, requireInteger, requireNumber } from '@ser/core';

/** Limits and access of a server. */
export interface ServerOptions {
  /**
   * The token that every request except `GET /health` must have: `Authorization: Bearer TOKEN`, or `token` in the first
   * message of a stream. At least 8 characters.
   *
   * @default none: anyone who reaches the server may use it
   */
  readonly token?: string | undefined;
  /**
   * Origins whose pages may use the server, such as `https://example.org`, or `*` for any.
   *
   * @default none: browsers refuse requests from pages of other origins
   */
  readonly corsOrigins?: readonly string[] | undefined;
  /**
   * Largest upload, in bytes, at least 1.
   *
   * @default 268435456, 256 MiB
   */
  readonly maxBytes?: number | undefined;
  /**
   * Longest recording with one answer for the whole, in seconds, above 0. Longer ones need `window` or `utterances`.
   *
   * @default 120
   */
  readonly maxSeconds?: number | undefined;
  /**
   * Time for one answer once its upload is complete, in seconds, above 0.
   *
   * @default 300
   */
  readonly timeout?: number | undefined;
  /**
   * Recordings that are decoded and recognized at once, from 1 to 64. The others wait.
   *
   * @default 2
   */
  readonly concurrency?: number | undefined;
  /**
   * Requests that may wait, at least 0; further ones are answered with 503 at once.
   *
   * @default 256
   */
  readonly maxWaiting?: number | undefined;
  /**
   * Streams that may be open at once, at least 0.
   *
   * @default 64
   */
  readonly maxStreams?: number | undefined;
  /**
   * Sessions that are remembered, at least 1: the least recently used one is forgotten first.
   *
   * @default 1000
   */
  readonly maxSessions?: number | undefined;
  /**
   * Whether to write a JSON line per request and problem to standard output.
   *
   * @default false
   */
  readonly log?: boolean | undefined;
}

/** The options with their defaults. */
export type ServerSettings = Required<Omit<ServerOptions, 'token' | 'corsOrigins'>> &
  Pick<ServerOptions, 'token' | 'corsOrigins'>;

/** @throws {SerError} `invalid-option` */
export function serverSettings(options: ServerOptions): ServerSettings {
  const settings = {
    ...{ maxBytes: 2 ** 28, maxSeconds: 120, timeout: 300, concurrency: 2 },
    ...{ maxWaiting: 256, maxStreams: 64, maxSessions: 1000, log: false },
    ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
  } as ServerSettings;
  requireInteger('maxBytes', settings.maxBytes, { min: 1 });
  requireNumber('maxSeconds', settings.maxSeconds, { above: 0 });
  requireNumber('timeout', settings.timeout, { above: 0 });
  requireInteger('concurrency', settings.concurrency, { min: 1, max: 64 });
  requireInteger('maxWaiting', settings.maxWaiting, { min: 0 });
  requireInteger('maxStreams', settings.maxStreams, { min: 0 });
  requireInteger('maxSessions', settings.maxSessions, { min: 1 });
  if (settings.token !== undefined && settings.token.length < 8)
    throw invalidOption('token', 'at least 8 characters long', '…', 'Use a long random string.');
  return settings;
}
