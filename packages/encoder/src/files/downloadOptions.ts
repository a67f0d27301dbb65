import { requireInteger, requireNumber } from '@ser/core';
import type { EncoderEvent } from './encoderEvent.js';

/** How the files of an encoder are downloaded and kept. */
export interface DownloadOptions {
  /**
   * Folder that keeps downloaded files, or `false` to keep none. Pages use Cache Storage instead, where `false` has the
   * same meaning.
   *
   * @default the folder in the environment variable `SER_CACHE`, else `ser` in the cache folder of the user
   */
  readonly cacheFolder?: string | false | undefined;
  /**
   * Expected SHA-256 of files, 64 lowercase hexadecimal digits each, by their path: `{ 'onnx/model.onnx': '9f86…' }`.
   *
   * @default none: the checksum of the first download is recorded
   */
  readonly checksums?: Readonly<Record<string, string>> | undefined;
  /**
   * Requests nothing from a network: the encoder must be in a folder or in the cache.
   *
   * @default false
   */
  readonly offline?: boolean | undefined;
  /**
   * How often an interrupted download is tried again, an integer from 0 to 100.
   *
   * @default 4
   */
  readonly retries?: number | undefined;
  /**
   * Seconds before the first further try, from 0 to 3600; each later one waits twice as long.
   *
   * @default 0.5
   */
  readonly retryDelay?: number | undefined;
  /**
   * Seconds without a byte after which a download counts as interrupted, above 0 and at most 3600.
   *
   * @default 60
   */
  readonly stallTimeout?: number | undefined;
  /** Receives what happens: progress, further tries, files found in the cache. */
  readonly onEvent?: ((event: EncoderEvent) => void) | undefined;
  /** Cancels reading and downloading: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** @throws {SerError} `invalid-option` */
export function requireDownloadOptions({ retries, retryDelay, stallTimeout }: DownloadOptions): void {
  if (retries !== undefined) requireInteger('retries', retries, { min: 0, max: 100 });
  if (retryDelay !== undefined) requireNumber('retryDelay', retryDelay, { min: 0, max: 3600 });
  if (stallTimeout !== undefined) requireNumber('stallTimeout', stallTimeout, { above: 0, max: 3600 });
}
