import { hasTag } from '../bytes/hasTag.js';
import { corruptAlac } from './corruptAlac.js';

/** The header of an ALAC stream. */
export interface AlacConfig {
  /** Samples per channel of each packet but the last. */
  readonly frameLength: number;

  /** Bits per sample: 16, 20, 24, or 32. */
  readonly bitDepth: number;

  /** Parameters of the adaptive Golomb code: how fast its mean adapts, its first mean, and its largest number of bits. */
  readonly pb: number;
  readonly mb: number;
  readonly kb: number;
  readonly nChannels: number;

  /** In Hz. */
  readonly sampleRate: number;
}

const size = 24;

/** Above this, no encoder goes; the samples of one packet are kept in memory. */
const maxFrameLength = 1 << 16;

/**
 * Reads an `ALACSpecificConfig`, also behind the boxes `frma` and `alac` that old files put before it.
 *
 * @see "ALAC Magic Cookie Description", https://github.com/macosforge/alac
 */
export function parseCookie(cookie: Uint8Array): AlacConfig {
  let start = hasTag(cookie, 4, 'frma') ? 12 : 0;
  if (hasTag(cookie, start + 4, 'alac')) start += 12;
  if (cookie.length - start < size) throw corruptAlac(`a header of ${cookie.length} bytes`);
  const view = new DataView(cookie.buffer, cookie.byteOffset + start, size);
  const config: AlacConfig = {
    frameLength: view.getUint32(0),
    bitDepth: view.getUint8(5),
    pb: view.getUint8(6),
    mb: view.getUint8(7),
    kb: view.getUint8(8),
    nChannels: view.getUint8(9),
    sampleRate: view.getUint32(20),
  };
  const { frameLength, bitDepth, nChannels, sampleRate, kb } = config;
  if (frameLength < 1 || frameLength > maxFrameLength) throw corruptAlac(`packets of ${frameLength} samples`);
  if (![16, 20, 24, 32].includes(bitDepth)) throw corruptAlac(`samples of ${bitDepth} bits`);
  if (nChannels < 1 || nChannels > 8) throw corruptAlac(`${nChannels} channels`);
  if (sampleRate < 1 || kb < 1 || kb > 31) throw corruptAlac(`${sampleRate} Hz and codes of ${kb} bits`);
  return config;
}
