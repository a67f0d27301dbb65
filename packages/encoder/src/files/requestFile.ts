import { EncoderError } from '../errors.js';
import type { DownloadOptions } from './downloadOptions.js';
import { Interruption } from './interruption.js';
import type { PartialFile } from './partialFile.js';
import { receiveBody } from './receiveBody.js';
import { StallGuard } from './stallGuard.js';

/**
 * Requests what is missing of a file and appends it.
 *
 * @returns whether the server has the file
 * @throws Interruption
 * @throws {SerError} `download-failed`, `invalid-encoder`
 */
export async function requestFile(
  url: string,
  path: string,
  partial: PartialFile,
  options: DownloadOptions,
): Promise<boolean> {
  const guard = new StallGuard(options);
  const onInterrupted = (error: unknown): never => {
    throw new Interruption(`${guard.reason ?? reasonOf(error)}.`, { cause: error });
  };
  try {
    const request = fetch(url, { headers: headersOf(partial), signal: guard.signal });
    const response = await request.catch(onInterrupted);
    guard.reset();
    if (response.status === 404 || response.status === 410) return false;
    requireFile(response, url, path);
    if (!continues(response, partial)) partial.clear();
    partial.version = versionOf(response);
    const onChunk = (total: number | undefined) => {
      guard.reset();
      options.onEvent?.({ type: 'download', file: path, received: partial.length, total });
    };
    await receiveBody(response, partial, { onChunk, onInterrupted });
    return true;
  } finally {
    guard.end();
  }
}

/** Asks for the bytes that are missing, if the server has said which version of the file it sends. */
function headersOf({ length, version }: PartialFile): Record<string, string> {
  if (length === 0 || version === undefined) return {};
  return { range: `bytes=${length}-`, 'if-range': version };
}

/** Whether a response begins where the received part ends. */
function continues({ status, headers }: Response, { length }: PartialFile): boolean {
  return status === 206 && headers.get('content-range')?.startsWith(`bytes ${length}-`) === true;
}

/** A strong validator of a file that is sent as it is. */
function versionOf({ headers }: Response): string | undefined {
  const version = headers.get('etag');
  return version === null || version.startsWith('W/') || headers.has('content-encoding')
    ? undefined
    : version;
}

function requireFile(response: Response, url: string, path: string): void {
  const { status, headers } = response;
  if (status === 408 || status === 416 || status === 429 || status >= 500) {
    throw new Interruption(`the server answered with status ${status}.`);
  }
  if (!response.ok) {
    const message = `\`${path}\` could not be downloaded: the server answered with status ${status}. Check the URL and your access.`;
    throw new EncoderError('download-failed', message, { file: path });
  }
  if (url.startsWith('https:') && response.url.startsWith('http:')) {
    const message = `\`${path}\` must be downloaded over HTTPS, but the server redirects to ${new URL(response.url).origin}.`;
    throw new EncoderError('download-failed', message, { file: path });
  }
  if (headers.get('content-type')?.startsWith('text/html')) {
    throw new EncoderError(
      'invalid-encoder',
      `\`${path}\` must be a file of an encoder, but ${url} is a web page. Name the URL below which the files themselves ` +
        'lie; on a model hub it usually contains `/resolve/`.',
      { file: path },
    );
  }
}

/** The message of the innermost cause: `fetch` itself only says "fetch failed". */
function reasonOf(error: unknown): string {
  const { cause } = error as { readonly cause?: unknown };
  if (cause !== undefined) return reasonOf(cause);
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}
