import type { SoundFormat } from '@ser/audio-io';
import { UsageError } from '../usageError.js';

/** Bytes by which a file is recognized. */
const headSize = 4096;

/** Formats that begin with so few fixed bits that raw audio may begin with them too. */
const unsure: readonly (SoundFormat | undefined)[] = [undefined, 'AAC'];

/**
 * Passes raw audio on, unless it begins as a file does: the header and the compressed bytes of a file would be judged as
 * samples.
 *
 * @throws {UsageError} `invalid-option`, with the name of the format
 */
export async function* rejectFile(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array(0);
  for await (const part of bytes) {
    if (head === undefined) {
      yield part;
      continue;
    }
    head = joined(head, part);
    if (head.length < headSize) continue;
    await requireRaw(head);
    yield head;
    head = undefined;
  }
  if (head === undefined || head.length === 0) return;
  await requireRaw(head);
  yield head;
}

async function requireRaw(head: Uint8Array): Promise<void> {
  const { soundFormat } = await import('@ser/audio-io');
  const found = soundFormat(head.subarray(0, headSize));
  if (unsure.includes(found)) return;
  throw new UsageError(
    'invalid-option',
    `\`--stdin\` must be raw audio; got ${found}. Pass the path of the file to \`ser predict\`, or decode it: ` +
      '`ffmpeg -loglevel error -i FILE -ar 16000 -ac 1 -f s16le - | ser listen --stdin`.',
  );
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
