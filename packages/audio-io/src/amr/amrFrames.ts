import { hasTag } from '../bytes/hasTag.js';
import { AudioError } from '../errors.js';
import { unsupportedFormat } from '../format/recognizeFormat.js';
import type { AudioHeader } from '../header/audioInfo.js';

const narrow = '#!AMR\n';
const wide = '#!AMR-WB\n';

/** Bytes of a frame with its head, by the type in its head; 0 for reserved types. */
const narrowSizes = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1];
const wideSizes = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1];

/** Each frame is 20 ms long. */
const framesPerSecond = 50;

/**
 * What the frames of an AMR file say. An incomplete last frame is skipped.
 *
 * @see RFC 4867, section 5
 */
export function amrInfo(bytes: Uint8Array): AudioHeader {
  const isWide = hasTag(bytes, 0, wide);
  if (!isWide && !hasTag(bytes, 0, narrow)) throw unsupportedFormat('AMR of several channels');
  const sizes = isWide ? wideSizes : narrowSizes;
  const sampleRate = isWide ? 16000 : 8000;
  let nFrames = 0;
  let at = isWide ? wide.length : narrow.length;
  while (at < bytes.length) {
    const size = sizes[(bytes[at]! >> 3) & 15]!;
    if (size === 0) {
      throw new AudioError(
        'corrupt-file',
        `Expected a frame of AMR at byte ${at}, got a reserved type. Download or copy the file again.`,
      );
    }
    at += size;
    if (at <= bytes.length) nFrames += 1;
  }
  const nSamples = (nFrames * sampleRate) / framesPerSecond;
  return { encoding: isWide ? 'amr-wb' : 'amr', sampleRate, nChannels: 1, nSamples };
}

/** The packets of a container as an AMR file. */
export function amrFile(isWide: boolean, packets: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(isWide ? wide : narrow);
  const file = new Uint8Array(head.length + packets.length);
  file.set(head);
  file.set(packets, head.length);
  return file;
}
