import { requireInteger, requireNumber, requireOneOf } from '@ser/core';
import { requireLength } from '../options/requireLength.js';
import { maxColumns, requireFrameLength } from '../options/sizeLimits.js';
import { melFrequencies } from './melFrequencies.js';
import type { MelScaleOptions } from './melScale.js';

export interface MelFilterBankOptions extends MelScaleOptions {
  /**
   * Number of filters, an integer from 1 to 4096.
   *
   * @default 128
   */
  readonly nMels?: number;
  /**
   * Lower edge of the first filter, in Hz, at least 0.
   *
   * @default 0
   */
  readonly fMin?: number;
  /**
   * Upper edge of the last filter, in Hz, above `fMin` and at most half the sample rate.
   *
   * @default sampleRate / 2
   */
  readonly fMax?: number;
  /**
   * Normalization of the filters: 'slaney' gives each filter an area of 1, 'none' a height of 1. librosa's `mel_norm`.
   *
   * @default 'slaney'
   */
  readonly melNorm?: 'slaney' | 'none';
}

/** The spectrum to filter. */
export interface FilteredSpectrum {
  /** Sample rate of the clip, in Hz. */
  readonly sampleRate: number;
  /** Length of the Fourier transform, in samples: an integer from 2 to 65536. */
  readonly nFft: number;
}

/**
 * Overlapping triangular filters, equally spaced in mel; only non-zero weights are stored.
 *
 * @see librosa.filters.mel, https://librosa.org/doc/0.11.0/generated/librosa.filters.mel.html
 */
export interface MelFilterBank {
  readonly nMels: number;
  readonly nFrequencies: number;
  /** Indices of filters so narrow that they contain no FFT bin; their output is always 0. */
  readonly emptyFilters: readonly number[];
  /**
   * Writes `nMels` band energies of one spectrum, of shape `[nFrequencies]`, into `output` from `offset` on.
   *
   * @throws {SerError} `buffer-mismatch`
   */
  apply(spectrum: Float64Array, output: Float32Array, offset?: number): void;
  /** The full matrix, of shape `[nMels, nFrequencies]`. */
  toDense(): Float32Array;
}

/**
 * Creates a mel filter bank.
 *
 * @throws {SerError} `invalid-option`
 *
 * @example
 * const bank = melFilterBank({ sampleRate: 16000, nFft: 512, nMels: 40 });
 * bank.toDense(); // [40, 257]
 */
export function melFilterBank(options: MelFilterBankOptions & FilteredSpectrum): MelFilterBank {
  return bankOf(melFilters(options), options.nFft);
}

/** A triangle: the weights of adjacent bins. Without weights, it contains no bin. */
export interface MelFilter {
  readonly firstBin: number;
  readonly weights: Float32Array;
}

/** The filters of `melFilterBank`. @throws {SerError} `invalid-option` */
export function melFilters(options: MelFilterBankOptions & FilteredSpectrum): readonly MelFilter[] {
  return triangles(resolveMelFilterBankOptions(options));
}

/** The bank of filters of spectra of a transform of `nFft` samples. */
export function bankOf(filters: readonly MelFilter[], nFft: number): MelFilterBank {
  const nFrequencies = 1 + Math.floor(nFft / 2);
  return {
    nMels: filters.length,
    nFrequencies,
    emptyFilters: filters.flatMap(({ weights }, mel) => (weights.length === 0 ? [mel] : [])),
    apply(spectrum, output, offset = 0) {
      requireLength('spectrum', spectrum, nFrequencies);
      for (let mel = 0; mel < filters.length; mel++) {
        output[offset + mel] = weightedSum(spectrum, filters[mel]!);
      }
    },
    toDense() {
      const dense = new Float32Array(filters.length * nFrequencies);
      filters.forEach(({ firstBin, weights }, mel) => dense.set(weights, mel * nFrequencies + firstBin));
      return dense;
    },
  };
}

type ResolvedOptions = Required<MelFilterBankOptions & FilteredSpectrum>;

/** @throws {SerError} `invalid-option` */
function resolveMelFilterBankOptions(options: MelFilterBankOptions & FilteredSpectrum): ResolvedOptions {
  const { sampleRate, nFft, nMels = 128, fMin = 0, htk = false, melNorm = 'slaney' } = options;
  const { fMax = sampleRate / 2 } = options;
  requireNumber('sampleRate', sampleRate, { above: 0 });
  requireFrameLength('nFft', nFft, 2);
  requireInteger('nMels', nMels, { min: 1, max: maxColumns });
  requireNumber('fMin', fMin, { min: 0 });
  requireNumber('fMax', fMax, {
    above: fMin,
    max: sampleRate / 2,
    fix: 'A recording contains frequencies up to half its sample rate.',
  });
  requireOneOf('htk', htk, [true, false]);
  requireOneOf('melNorm', melNorm, ['slaney', 'none']);
  return { sampleRate, nFft, nMels, fMin, fMax, htk, melNorm };
}

function triangles({ sampleRate, nFft, nMels, fMin, fMax, htk, melNorm }: ResolvedOptions): MelFilter[] {
  const edges = melFrequencies({ nMels: nMels + 2, fMin, fMax, htk });
  const nFrequencies = 1 + Math.floor(nFft / 2);
  return Array.from({ length: nMels }, (_, mel) => {
    const [low, peak, high] = [edges[mel]!, edges[mel + 1]!, edges[mel + 2]!];
    const height = melNorm === 'slaney' ? 2 / (high - low) : 1;
    const row = Float32Array.from({ length: nFrequencies }, (_, bin) => {
      const hz = (bin * sampleRate) / nFft;
      return height * Math.max(0, Math.min((hz - low) / (peak - low), (high - hz) / (high - peak)));
    });
    return withoutZeroEnds(row);
  });
}

function withoutZeroEnds(row: Float32Array): MelFilter {
  const firstBin = row.findIndex((weight) => weight > 0);
  return { firstBin: Math.max(firstBin, 0), weights: row.filter((weight) => weight > 0) };
}

/** Computed as two sums, because each addition has to wait for the previous one. */
function weightedSum(spectrum: Float64Array, { firstBin, weights }: MelFilter): number {
  const endOfPairs = weights.length - (weights.length % 2);
  let even = 0;
  let odd = 0;
  for (let i = 0, bin = firstBin; i < endOfPairs; i += 2, bin += 2) {
    even += spectrum[bin]! * weights[i]!;
    odd += spectrum[bin + 1]! * weights[i + 1]!;
  }
  if (endOfPairs < weights.length) even += spectrum[firstBin + endOfPairs]! * weights[endOfPairs]!;
  return even + odd;
}
