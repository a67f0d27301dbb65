import { EncoderError } from '../errors.js';
import { Interruption } from './interruption.js';
import type { PartialFile } from './partialFile.js';

/** ONNX files and typed arrays end at 2 GiB. */
const maxLength = 2 ** 31 - 1;

interface ReceiveOptions {
  /** @param total length of the whole file, where the server says it */
  readonly onChunk: (total: number | undefined) => void;
  /** @throws Interruption for an error of the connection */
  readonly onInterrupted: (error: unknown) => never;
}

/**
 * Appends the body of a response.
 *
 * @throws Interruption if it does not have the length that the server says
 * @throws {SerError} `invalid-encoder` for a file of 2 GiB or more
 */
export async function receiveBody(
  response: Response,
  partial: PartialFile,
  { onChunk, onInterrupted }: ReceiveOptions,
): Promise<void> {
  const total = totalOf(response, partial.length);
  requireLength(total ?? 0);
  const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array> | undefined;
  for (;;) {
    const chunk = await reader?.read().catch(onInterrupted);
    if (chunk?.value === undefined) break;
    partial.append(chunk.value);
    requireLength(partial.length);
    onChunk(total);
  }
  if (total === undefined || partial.length === total) return;
  const { length } = partial;
  if (length > total) partial.clear();
  throw new Interruption(`the file must have ${total} bytes; got ${length}.`);
}

/** The length of the whole file. The length of a compressed body says nothing about it. */
function totalOf({ headers }: Response, received: number): number | undefined {
  if (headers.has('content-encoding')) return undefined;
  const length = headers.get('content-length');
  return length === null ? undefined : received + Number(length);
}

function requireLength(length: number): void {
  if (length <= maxLength) return;
  throw new EncoderError(
    'invalid-encoder',
    `A file of an encoder must have less than 2 GiB; the server sends ${length} bytes or more. Choose a smaller one.`,
  );
}
