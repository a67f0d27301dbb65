import type { MultichannelAudio } from '@ser/dsp';
import { corruptContainer } from '../containers/containerErrors.js';
import type { EncodedTrack } from '../containers/encodedTrack.js';
import type { TrackHeader } from '../containers/trackHeader.js';

/** Samples that the decoder of a lossy codec may not give at the end. They are replaced by zeros. */
const maxLost = 4096;
const exactCodecs: readonly EncodedTrack['codec'][] = ['pcm', 'flac', 'alac'];

/**
 * Drops the samples at the start and the end that the encoder added, so that the length is that of the header.
 *
 * @throws {SerError} `corrupt-file` if samples are missing, or the rate or channels are others than those of the header
 */
export async function* trimmedBlocks(
  blocks: AsyncIterable<MultichannelAudio> | Iterable<MultichannelAudio>,
  { format, codec }: EncodedTrack,
  { skip, nSamples, nChannels, sampleRate }: TrackHeader,
): AsyncGenerator<MultichannelAudio> {
  let nFound = -skip;
  for await (const { channels, sampleRate: rate } of blocks) {
    const length = channels[0]?.length ?? 0;
    if (length === 0) continue;
    if (channels.length !== nChannels || rate !== sampleRate) {
      const found = `${channels.length} at ${rate} Hz`;
      throw corruptContainer(format, `${nChannels} channels at ${sampleRate} Hz`, found);
    }
    const start = Math.max(0, -nFound);
    const end = Math.min(length, nSamples - nFound);
    nFound += length;
    if (start < end) {
      const isWhole = start === 0 && end === length;
      yield {
        channels: isWhole ? channels : channels.map((samples) => samples.slice(start, end)),
        sampleRate,
      };
    }
  }
  const nMissing = Math.min(nSamples, nSamples - nFound);
  if (nMissing <= 0) return;
  if (exactCodecs.includes(codec) || nMissing > maxLost) {
    throw corruptContainer(format, `${nSamples} samples`, Math.max(0, nFound));
  }
  yield { channels: Array.from({ length: nChannels }, () => new Float32Array(nMissing)), sampleRate };
}
