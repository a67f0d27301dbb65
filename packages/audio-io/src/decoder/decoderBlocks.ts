import { SerError } from '@ser/core';
import type { MultichannelAudio } from '@ser/dsp';
import type { AudioDecoder } from './audioDecoder.js';
import { corruptAudio } from './wasmDecoder.js';

/**
 * Decodes a file with the first decoder that is installed.
 *
 * @param decoders those that recognize the file, at least one
 * @throws {SerError} `decoder-not-installed` of the first one, or as the decoder
 */
export async function* decoderBlocks(
  decoders: readonly AudioDecoder[],
  bytes: Uint8Array,
): AsyncGenerator<MultichannelAudio> {
  let missing: SerError | undefined;
  for (const decoder of decoders) {
    try {
      yield* checkedBlocks(decoder, bytes);
      return;
    } catch (error) {
      if (!(error instanceof SerError) || error.code !== 'decoder-not-installed') throw missing ?? error;
      missing ??= error;
    }
  }
  throw missing!;
}

/** Blocks of one rate and one number of channels. Others, and untyped errors, are reported as a fault of the file. */
async function* checkedBlocks(decoder: AudioDecoder, bytes: Uint8Array): AsyncGenerator<MultichannelAudio> {
  let shape: string | undefined;
  const blocks = blocksOf(decoder, bytes);
  for (;;) {
    const next = await withTypedErrors(decoder.name, () => blocks.next());
    if (next.done) return;
    const { channels, sampleRate } = requireValid(decoder.name, next.value);
    const found = `${channels.length} channels at ${sampleRate} Hz`;
    shape ??= found;
    if (found !== shape) throw corruptAudio(decoder.name, `${found} after ${shape}`);
    yield next.value;
  }
}

async function* blocksOf(decoder: AudioDecoder, bytes: Uint8Array): AsyncGenerator<MultichannelAudio> {
  if (decoder.decodeBlocks) yield* decoder.decodeBlocks(bytes);
  else yield* split(await decoder.decode(bytes));
}

const blockLength = 1 << 16;

/** Audio in blocks, at least one, so that a consumer can let the event loop run. Nothing is copied. */
function* split({ channels, sampleRate }: MultichannelAudio): Generator<MultichannelAudio> {
  const longest = Math.max(0, ...channels.map(({ length }) => length));
  let start = 0;
  do {
    const end = start + blockLength;
    yield { channels: channels.map((samples) => samples.subarray(start, end)), sampleRate };
    start = end;
  } while (start < longest);
}

async function withTypedErrors<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof SerError) throw cause;
    throw corruptAudio(name, `"${cause instanceof Error ? cause.message : String(cause)}"`, cause);
  }
}

function requireValid(name: string, audio: MultichannelAudio): MultichannelAudio {
  const { channels, sampleRate } = audio;
  if (!Number.isInteger(sampleRate) || sampleRate < 1) throw corruptAudio(name, `${sampleRate} Hz`);
  const lengths = [...new Set(channels.map(({ length }) => length))];
  if (lengths.length === 1) return requireFinite(name, audio);
  const found = lengths.length === 0 ? 'no channel' : `channels of ${lengths.join(' and ')} samples`;
  throw corruptAudio(name, found);
}

function requireFinite(name: string, audio: MultichannelAudio): MultichannelAudio {
  const found = audio.channels.flatMap((samples) => samples.find((sample) => !Number.isFinite(sample)) ?? []);
  if (found.length > 0) throw corruptAudio(name, `a sample of ${found[0]}`);
  return audio;
}
