import { AudioError } from '../errors.js';
import { firstFrame, nextFrame } from './firstFrame.js';
import { type InfoFrame, infoFrame } from './infoFrame.js';
import type { MpegHeader } from './mpegHeader.js';

/** What the frame headers of an MP3 file tell, all of them read and none of the sound. */
export interface MpegLayout {
  /** 1, 2 or 3, as in MP3. */
  readonly layer: number;

  /** In Hz. */
  readonly sampleRate: number;

  /** 2 where any frame has two. */
  readonly nChannels: number;

  /** Samples of each channel, less the silence that the encoder says it added. */
  readonly nSamples: number;

  /** Samples of each channel in one frame. */
  readonly frameSamples: number;

  /** Whether an encoder counted the frames, so that a file with fewer is known to be cut off. */
  readonly isCounted: boolean;
}

/**
 * Walks over the frames of an MP3 file; what stands between and behind them is passed over.
 *
 * @throws {SerError} `truncated-file` when there are fewer frames than the encoder's note declares, or no whole one
 */
export function parseMpeg(bytes: Uint8Array): MpegLayout {
  const first = firstFrame(bytes);
  if (first === undefined) throw cutOff('a whole frame of MPEG audio', 'none');
  const info = infoFrame(bytes, first);
  const { nFrames, nChannels } = countFrames(bytes, info ? first.start + first.size : first.start, first);
  const nDeclared = info?.nFrames;
  if (nDeclared !== undefined && nFrames < nDeclared) {
    const nExpected = nDeclared * first.nSamples;
    throw cutOff(
      `${nExpected} samples as the header declares`,
      `${nFrames * first.nSamples} in whole frames`,
    );
  }
  if (nFrames === 0) throw cutOff('a whole frame of MPEG audio', 'none');
  const nTotal = nFrames * first.nSamples;
  return {
    layer: first.layer,
    sampleRate: first.sampleRate,
    nChannels,
    nSamples: info === undefined ? nTotal : audible(nTotal, info),
    frameSamples: first.nSamples,
    isCounted: nDeclared !== undefined,
  };
}

/** Samples by which any decoder of layer III is late, so that as many more in front are none of the sound. */
const decoderDelay = 529;

/** The samples between the silence in front and that behind, as mpg123 and with it libsndfile count them. */
function audible(nTotal: number, { delay, padding }: InfoFrame): number {
  const end = Math.min(nTotal, nTotal - padding + decoderDelay);
  return Math.max(0, end - delay - decoderDelay);
}

function countFrames(
  bytes: Uint8Array,
  from: number,
  like: MpegHeader,
): { readonly nFrames: number; readonly nChannels: number } {
  let nFrames = 0;
  let nChannels = 1;
  let frame = nextFrame(bytes, from, bytes.length, like);
  while (frame !== undefined && frame.start + frame.size <= bytes.length) {
    nFrames += 1;
    nChannels = Math.max(nChannels, frame.nChannels);
    frame = nextFrame(bytes, frame.start + frame.size, bytes.length, like);
  }
  return { nFrames, nChannels: nFrames === 0 ? like.nChannels : nChannels };
}

function cutOff(expected: string, found: string): AudioError {
  return new AudioError(
    'truncated-file',
    `Expected ${expected}, found ${found}. Download or copy the file again.`,
  );
}
