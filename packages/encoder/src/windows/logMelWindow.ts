import { type Features } from '@ser/dsp';
import { maxPositions } from './planWindows.js';

/**
 * A part of a log-mel spectrogram with the bands first, as the encoder takes it.
 *
 * @param spectrogram of shape `[nFrames, nMels]`
 * @param start first position; a position is two frames
 * @param nPositions most positions; @default 1500, 30 s
 * @returns shape `[nMels, min(2 * nPositions, nFrames - 2 * start)]`
 */
export function logMelWindow(
  { data, nFrames, nFeatures }: Features,
  start: number,
  nPositions = maxPositions,
): Float32Array {
  const first = 2 * start;
  const length = Math.min(2 * nPositions, nFrames - first);
  const window = new Float32Array(nFeatures * length);
  for (let frame = 0; frame < length; frame++) {
    const row = (first + frame) * nFeatures;
    for (let band = 0; band < nFeatures; band++) window[band * length + frame] = data[row + band]!;
  }
  return window;
}
