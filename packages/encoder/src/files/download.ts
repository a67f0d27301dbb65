import { EncoderError } from '../errors.js';
import type { DownloadOptions } from './downloadOptions.js';
import { Interruption } from './interruption.js';
import { PartialFile } from './partialFile.js';
import { requestFile } from './requestFile.js';
import { pause } from './pause.js';

/**
 * Downloads a file; `undefined` if the server does not have it (status 404 or 410).
 *
 * An interrupted download, one of the wrong length, and the statuses 408, 429, and 5xx are tried again after a pause. A
 * server that supports it is asked for the missing bytes only.
 *
 * @param path what events and errors call the file
 * @throws {SerError} `download-failed`, `invalid-encoder` for a web page in place of the file
 */
export async function download(
  url: string,
  path: string,
  options: DownloadOptions,
): Promise<Uint8Array | undefined> {
  const { retries = 4, retryDelay = 0.5, signal, onEvent } = options;
  const partial = new PartialFile();
  for (let attempt = 1; ; attempt++) {
    try {
      return (await requestFile(url, path, partial, options)) ? partial.bytes() : undefined;
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof Interruption)) throw error;
      if (attempt > retries) throw failed(url, path, attempt, error);
      onEvent?.({ type: 'retry', file: path, attempt: attempt + 1, cause: error.cause ?? error });
      await pause(retryDelay * 2 ** (attempt - 1), signal);
    }
  }
}

function failed(url: string, path: string, attempts: number, { message, cause }: Interruption): EncoderError {
  const times = attempts === 1 ? 'once' : `${attempts} times`;
  return new EncoderError(
    'download-failed',
    `\`${path}\` could not be downloaded; tried ${times}: ${message} Check the connection and ${new URL(url).host}.`,
    { file: path, cause },
  );
}
