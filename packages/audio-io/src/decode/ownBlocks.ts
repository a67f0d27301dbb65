import { aiffLayout } from '../aiff/parseAiff.js';
import { flacBlocks } from '../flac/flacBlocks.js';
import type { OwnFormat } from '../format/recognizeFormat.js';
import { oggFlacBlocks } from '../ogg/oggFlac.js';
import { PcmBlocks } from '../pcm/pcmBlocks.js';
import type { SampleLayout } from '../pcm/sampleLayout.js';
import type { Reading } from '../source/reading.js';
import { wavLayout } from '../wav/parseWav.js';
import type { BlockReader } from '../blocks/blockReader.js';

const openers: Readonly<Record<OwnFormat, (fileSize: number) => Reading<BlockReader>>> = {
  wav: (fileSize) => pcmBlocks(wavLayout(fileSize)),
  aiff: (fileSize) => pcmBlocks(aiffLayout(fileSize)),
  flac: flacBlocks,
  oggFlac: oggFlacBlocks,
};

/** A file of this size and format as blocks. */
export function ownBlocks(format: OwnFormat, fileSize: number): Reading<BlockReader> {
  return openers[format](fileSize);
}

function* pcmBlocks(layout: Reading<SampleLayout>): Reading<BlockReader> {
  return new PcmBlocks(yield* layout);
}
