import { requireInteger, requireNumber } from '@ser/core';
import { hopBounds, requireFrameLength } from '../options/sizeLimits.js';
import { roundHalfToEven } from '../spectrum/roundHalfToEven.js';
import type { ComplexSpectrogram } from '../spectrum/stft.js';
import { speedBounds } from './parameterBounds.js';

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
  const { magnitudes, angles } = polarForm(spectrogram);
  const advances = phaseAdvances(nFrequencies, nFft, hopLength);
  const phases = angles.slice(0, nFrequencies);
  const nStretched = Math.ceil(nFrames / rate);
  const data = new Float32Array(nStretched * 2 * nFrequencies);
  for (let frame = 0; frame < nStretched; frame++) {
    const step = frame * rate;
    const at = Math.floor(step) * nFrequencies;
    const output = data.subarray(frame * 2 * nFrequencies, (frame + 1) * 2 * nFrequencies);
    writeFrame({ magnitudes, at, between: step % 1, phases }, output);
    advance(phases, advances, angles, at);
  }
  return { data, nFrames: nStretched, nFrequencies };
}

/** Both of shape `[nFrames + 2, nFrequencies]`, with two frames of zeros at the end. */
interface PolarForm {
  readonly magnitudes: Float32Array;
  readonly angles: Float32Array;
}

function polarForm({ data, nFrames, nFrequencies }: ComplexSpectrogram): PolarForm {
  const magnitudes = new Float32Array((nFrames + 2) * nFrequencies);
  const angles = new Float32Array(magnitudes.length);
  for (let i = 0; i < nFrames * nFrequencies; i++) {
    const real = data[2 * i]!;
    const imag = data[2 * i + 1]!;
    magnitudes[i] = Math.sqrt(real * real + imag * imag);
    // Adding 0 turns -0 into 0, whose angle is 0, not pi.
    angles[i] = Math.atan2(imag, real + 0);
  }
  return { magnitudes, angles };
}

/** Phase advance of a tone at the center of each bin from one frame to the next, in radians. */
function phaseAdvances(nFrequencies: number, nFft: number, hopLength: number): Float64Array {
  return Float64Array.from({ length: nFrequencies }, (_, bin) => (2 * Math.PI * bin * hopLength) / nFft);
}

/** Writes a frame at the fraction `between` the frame at index `at` and the next, with the given phases. */
function writeFrame(
  input: { magnitudes: Float32Array; at: number; between: number; phases: Float32Array },
  output: Float32Array,
): void {
  const { magnitudes, at, between, phases } = input;
  const nextAt = at + phases.length;
  for (let bin = 0; bin < phases.length; bin++) {
    const magnitude = (1 - between) * magnitudes[at + bin]! + between * magnitudes[nextAt + bin]!;
    // Cosine and sine are slower for large angles.
    const phase = withoutTurns(phases[bin]!);
    output[2 * bin] = magnitude * Math.cos(phase);
    output[2 * bin + 1] = magnitude * Math.sin(phase);
  }
}

/** Advances the phase of each bin by its difference between the frame at index `at` and the next. */
function advance(phases: Float32Array, advances: Float64Array, angles: Float32Array, at: number): void {
  const nextAt = at + phases.length;
  for (let bin = 0; bin < phases.length; bin++) {
    const deviation = Math.fround(angles[nextAt + bin]! - angles[at + bin]!) - advances[bin]!;
    phases[bin]! += advances[bin]! + withoutTurns(deviation);
  }
}

/** The equivalent angle in [-pi, pi]. */
function withoutTurns(angle: number): number {
  return angle - 2 * Math.PI * roundHalfToEven(angle / (2 * Math.PI));
}
