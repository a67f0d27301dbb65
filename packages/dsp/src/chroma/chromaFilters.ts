import { hzToOctaves } from '../pitch/hzToOctaves.js';
import { roundHalfToEven } from '../spectrum/roundHalfToEven.js';

export interface ChromaFilterOptions {
  readonly sampleRate: number;
  readonly nFft: number;
  readonly nChroma: number;
  /** Deviation from A = 440 Hz, in fractions of a pitch class. */
  readonly tuning: number;
  readonly ctroct: number;
  readonly octwidth: number | null;
}

/**
 * The weight of each FFT bin for each pitch class: Gaussian peaks at all octaves of the class, normalized to equal energy
 * for each bin, times Gaussian weights of octaves. Class 0 is C.
 *
 * @returns weights of shape `[nChroma, nFrequencies]`
 * @see librosa.filters.chroma, https://librosa.org/doc/0.11.0/generated/librosa.filters.chroma.html
 */
export function chromaFilters(options: ChromaFilterOptions): Float32Array {
  const { nFft, nChroma } = options;
  const nFrequencies = 1 + Math.floor(nFft / 2);
  const filters = new Float32Array(nFrequencies * nChroma);
  for (let bin = 0; bin < nFrequencies; bin++) {
    const bumps = bumpsAt(bin, options);
    const scale = octaveWeight(bin, options) / Math.hypot(...bumps);
    for (let chroma = 0; chroma < nChroma; chroma++) {
      filters[chroma * nFrequencies + bin] = scale * bumps[(chroma + stepsFromAToC(nChroma)) % nChroma]!;
    }
  }
  return filters;
}

/** Weights of a bin for each pitch class, starting with A, of shape `[nChroma]`. */
function bumpsAt(bin: number, options: ChromaFilterOptions): number[] {
  const { nChroma, nFft } = options;
  const step = stepOf(bin, options);
  const width = bin === nFft - 1 ? 1 : Math.max(1, stepOf(bin + 1, options) - step);
  const half = roundHalfToEven(nChroma / 2);
  return Array.from({ length: nChroma }, (_, chroma) => {
    const distance = modulo(step - chroma + half, nChroma) - half;
    return Math.exp(-0.5 * ((2 * distance) / width) ** 2);
  });
}

/** Position of a bin on the scale, in pitch classes above A0. For 0 Hz, 1.5 octaves below bin 1, as in librosa. */
function stepOf(bin: number, options: ChromaFilterOptions): number {
  const { sampleRate, nFft, nChroma, tuning } = options;
  if (bin === 0) return stepOf(1, options) - 1.5 * nChroma;
  return nChroma * hzToOctaves((bin * sampleRate) / nFft, { tuning, binsPerOctave: nChroma });
}

function octaveWeight(bin: number, options: ChromaFilterOptions): number {
  const { nChroma, ctroct, octwidth } = options;
  if (octwidth === null) return 1;
  return Math.exp(-0.5 * ((stepOf(bin, options) / nChroma - ctroct) / octwidth) ** 2);
}

function stepsFromAToC(nChroma: number): number {
  return 3 * Math.floor(nChroma / 12);
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
