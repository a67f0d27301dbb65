import { AudioError } from '../errors.js';
import { firstFrame, type MpegFrame, nextFrame } from './firstFrame.js';
import { type InfoFrame, infoFrame } from './infoFrame.js';
import type { MpegHeader } from './mpegHeader.js';

/** What the frame headers of an MP3 file say; no audio is decoded. */
export interface MpegLayout {
  /** 1, 2, or 3 (MP3). */
  readonly layer: number;

  /** In Hz. */
  readonly sampleRate: number;

  /** 2 if any frame has two. */
  readonly nChannels: number;

  /** Samples per channel, without the silence that the encoder declares to have added. */
  readonly nSamples: number;

  /** Samples per channel in one frame. */
  readonly frameSamples: number;

  /** Offset of the first frame, in bytes. */
  readonly start: number;

  /** Whether the encoder counted the frames, so that a file with fewer is known to be cut off. */
  readonly isCounted: boolean;
}

/**
 * Finds all frames of an MP3 file; anything between and after them is skipped.
 *
 * @throws {SerError} `truncated-file` if there are fewer frames than the info frame declares, or no complete one
 */
export function parseMpeg(bytes: Uint8Array): MpegLayout {
  const first = firstFrame(bytes);
  if (first === undefined) throw cutOff('a complete frame of MPEG audio', 'none');
  const info = infoFrame(bytes, first);
  const { nFrames, nChannels } = countFrames(bytes, info ? first.start + first.size : first.start, first);
  const nDeclared = info?.nFrames;
  if (nDeclared !== undefined && nFrames < nDeclared - (info && countsItself(bytes, first, info) ? 1 : 0)) {
    const nExpected = nDeclared * first.nSamples;
    throw cutOff(
      `${nExpected} samples as the header declares`,
      `${nFrames * first.nSamples} in complete frames`,
    );
  }
  if (nFrames === 0) throw cutOff('a complete frame of MPEG audio', 'none');
  const nTotal = nFrames * first.nSamples;
  return {
    layer: first.layer,
    sampleRate: first.sampleRate,
    nChannels,
    nSamples: info === undefined ? nTotal : audible(nTotal, first.nSamples, info),
    frameSamples: first.nSamples,
    start: first.start,
    isCounted: nDeclared !== undefined,
  };
}

/** Delay of every layer III decoder in samples, in addition to the encoder's delay. */
const decoderDelay = 529;

/** The number of samples between the added silences, as counted by mpg123 and libsndfile. */
function audible(nTotal: number, frameSamples: number, { nFrames, delay, padding }: InfoFrame): number {
  const nDeclared = nFrames === undefined ? nTotal : nFrames * frameSamples;
  const end = Math.min(nTotal, nDeclared - padding + decoderDelay);
  return Math.max(0, end - delay - decoderDelay);
}

/** Some encoders also count the info frame. The declared bytes show that no frame is missing. */
function countsItself(bytes: Uint8Array, { start }: MpegFrame, { nBytes }: InfoFrame): boolean {
  return nBytes !== undefined && start + nBytes <= bytes.length;
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
