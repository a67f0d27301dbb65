import { requireInteger, requireNumber } from '../options/requireLength.js';
import { roundHalfToEven } from '../spectrum/roundHalfToEven.js';
import type { ComplexSpectrogram } from '../spectrum/stft.js';

export interface PhaseVocoderOptions {
  /** How many times faster, > 0: 2 halves the frames, 0.5 doubles them. */
  readonly rate: number;
  /**
   * Length of the Fourier transform that made the frames, in samples; odd ones must be told.
   *
   * @default 2 * (nFrequencies - 1)
   */
  readonly nFft?: number;
  /**
   * Step from one frame to the next, in samples: an integer >= 1.
   *
   * @default floor(nFft / 4)
   */
  readonly hopLength?: number;
}

/**
 * The frames of a slower or faster clip of the same pitch: magnitudes between two frames are interpolated, and
 * each bin's phase goes on as fast as it does between those two frames.
 *
 * The phase is a float32, like every other number of librosa's for float32 sound. Its rounding is no small
 * matter: a bin turns up to hundreds of times a frame, and after four seconds 5e-3 of the sound's scale hangs on
 * it. Rounding where librosa rounds gives librosa's answer.
 *
 * @returns `ceil(nFrames / rate)` frames
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
  requireNumber('rate', rate, { above: 0 });
  requireInteger('nFft', nFft, { min: 2 });
  requireInteger('hopLength', hopLength, { min: 1 });
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

/** Both of shape `[nFrames + 2, nFrequencies]`; behind the last frame it is silent. */
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
    // The zero added turns -0 into 0, whose angle is 0, not pi.
    angles[i] = Math.atan2(imag, real + 0);
  }
  return { magnitudes, angles };
}

/** By how much a tone at each bin's centre turns from one frame to the next, in radians. */
function phaseAdvances(nFrequencies: number, nFft: number, hopLength: number): Float64Array {
  return Float64Array.from({ length: nFrequencies }, (_, bin) => (2 * Math.PI * bin * hopLength) / nFft);
}

/** Writes the frame `between` the one that begins `at` and the next, of the given phases. */
function writeFrame(
  input: { magnitudes: Float32Array; at: number; between: number; phases: Float32Array },
  output: Float32Array,
): void {
  const { magnitudes, at, between, phases } = input;
  const nextAt = at + phases.length;
  for (let bin = 0; bin < phases.length; bin++) {
    const magnitude = (1 - between) * magnitudes[at + bin]! + between * magnitudes[nextAt + bin]!;
    // Cosine and sine take longer the more turns there are.
    const phase = withoutTurns(phases[bin]!);
    output[2 * bin] = magnitude * Math.cos(phase);
    output[2 * bin + 1] = magnitude * Math.sin(phase);
  }
}

/** Turns each bin by as much as it turns from the frame that begins `at` to the next. */
function advance(phases: Float32Array, advances: Float64Array, angles: Float32Array, at: number): void {
  const nextAt = at + phases.length;
  for (let bin = 0; bin < phases.length; bin++) {
    const deviation = Math.fround(angles[nextAt + bin]! - angles[at + bin]!) - advances[bin]!;
    phases[bin]! += advances[bin]! + withoutTurns(deviation);
  }
}

/** The same angle in [-pi, pi]. */
function withoutTurns(angle: number): number {
  return angle - 2 * Math.PI * roundHalfToEven(angle / (2 * Math.PI));
}
