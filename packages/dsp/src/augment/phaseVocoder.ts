import { requireInteger, requireNumber } from '@ser/core';
import { hopBounds, requireFrameLength } from '../options/sizeLimits.js';
import type { ComplexSpectrogram } from '../spectrum/stft.js';
import { speedBounds } from './parameterBounds.js';
import { PlainVocoderFrames, type VocoderFrames } from './vocoderFrames.js';
import { VocoderKernel } from './vocoderKernel.js';

export interface PhaseVocoderOptions {
  /** Speed factor, from 1/256 to 256: 2 halves the number of frames, 0.5 doubles it. */
  readonly rate: number;
  /**
   * Length of the Fourier transform of the frames, in samples, from 2 to 65536. Pass it if it is odd.
   *
   * @default 2 * (nFrequencies - 1)
   */
  readonly nFft?: number;
  /**
   * Step from one frame to the next, in samples: an integer from 1 to 2^22.
   *
   * @default floor(nFft / 4)
   */
  readonly hopLength?: number;
}

/**
 * Changes the tempo of a complex spectrogram without changing its pitch: magnitudes are interpolated between two
 * frames, and the phase of each bin advances by the difference between these two frames.
 *
 * Phases are rounded to float32, exactly where librosa rounds them for float32 audio. The rounding matters: a bin
 * turns up to hundreds of times per frame, and after four seconds the results would differ by 5e-3 of the amplitude.
 *
 * @returns a spectrogram of `ceil(nFrames / rate)` frames
 * @throws {SerError} `invalid-option`
 * @see librosa.phase_vocoder, https://librosa.org/doc/0.11.0/generated/librosa.phase_vocoder.html
 * @see D. P. W. Ellis, "A phase vocoder in Matlab", 2002, https://www.ee.columbia.edu/~dpwe/resources/matlab/pvoc/
 *
 * @example
 * istft(phaseVocoder(stft(clip), { rate: 1.25 })); // a fifth shorter
 */
export function phaseVocoder(
  spectrogram: ComplexSpectrogram,
  options: PhaseVocoderOptions,
): ComplexSpectrogram {
  const { nFrames, nFrequencies } = spectrogram;
  const { rate, nFft = 2 * (nFrequencies - 1), hopLength = Math.floor(nFft / 4) } = options;
  requireNumber('rate', rate, speedBounds);
  requireFrameLength('nFft', nFft, 2);
  requireInteger('hopLength', hopLength, hopBounds);
  const advances = phaseAdvances(nFrequencies, nFft, hopLength);
  const frames = VocoderKernel.open(advances) ?? new PlainVocoderFrames(advances);
  const nStretched = Math.ceil(nFrames / rate);
  const data = new Float32Array(nStretched * 2 * nFrequencies);
  stretch(spectrogram, rate, frames, data);
  return { data, nFrames: nStretched, nFrequencies };
}

/** Phase advance of a tone at the center of each bin from one frame to the next, in radians. */
function phaseAdvances(nFrequencies: number, nFft: number, hopLength: number): Float64Array {
  return Float64Array.from({ length: nFrequencies }, (_, bin) => (2 * Math.PI * bin * hopLength) / nFft);
}

function stretch(
  { data, nFrames, nFrequencies }: ComplexSpectrogram,
  rate: number,
  frames: VocoderFrames,
  output: Float32Array,
): void {
  const nValues = 2 * nFrequencies;
  const silence = new Float32Array(nValues);
  // The frames of the slots: an even one in slot 0, an odd one in slot 1.
  const held = [-1, -1];
  const hold = (frame: number) => {
    if (held[frame % 2] === frame) return;
    held[frame % 2] = frame;
    const bins = frame < nFrames ? data.subarray(frame * nValues, (frame + 1) * nValues) : silence;
    frames.read(bins, frame % 2);
  };
  frames.begin();
  hold(0);
  frames.startPhases();
  for (let frame = 0; frame * nValues < output.length; frame++) {
    const step = frame * rate;
    const from = Math.floor(step);
    hold(from);
    hold(from + 1);
    frames.write(from % 2, step % 1, output.subarray(frame * nValues, (frame + 1) * nValues));
  }
}
