import { requireInteger, requireNumber } from '@ser/core';
import { estimateTuning } from '../pitch/estimateTuning.js';
import { SpectralPeaks } from '../pitch/spectralPeaks.js';
import { chromaFilters } from './chromaFilters.js';
import type { ChromaOptions } from './chromaOptions.js';
import { normalize, requireNorm, type Norm } from './norm.js';

type ChromagramOptions = ChromaOptions & { readonly sampleRate: number; readonly nFft: number };

/** Pitch classes of the spectra of one clip at a time. Spectra are stored until the tuning of the clip is known. */
export class Chromagram {
  readonly nChroma: number;
  /** The pitch classes read last, of shape `[nChroma]`. */
  readonly row: Float64Array;
  readonly #nFrequencies: number;
  readonly #norm: Norm;
  readonly #tuning?: number;
  readonly #filtersOf: (tuning: number) => Float32Array;
  readonly #peaks: SpectralPeaks;
  #powers: Float32Array = new Float32Array(0);
  #filters: Float32Array = new Float32Array(0);
  #filtersTuning = NaN;

  constructor({ sampleRate, nFft, ...options }: ChromagramOptions) {
    const { nChroma = 12, tuning, norm = 'inf', ctroct = 5, octwidth = 2 } = options;
    requireNumber('sampleRate', sampleRate, { above: 0 });
    requireInteger('nChroma', nChroma, { min: 1, max: 1024 });
    if (tuning !== undefined) requireNumber('tuning', tuning);
    requireNorm('norm', norm);
    requireNumber('ctroct', ctroct);
    if (octwidth !== null) requireNumber('octwidth', octwidth, { above: 0 });
    this.nChroma = nChroma;
    this.row = new Float64Array(nChroma);
    this.#nFrequencies = 1 + Math.floor(nFft / 2);
    this.#norm = norm;
    this.#tuning = tuning;
    this.#filtersOf = (tuning) => chromaFilters({ sampleRate, nFft, nChroma, tuning, ctroct, octwidth });
    this.#peaks = new SpectralPeaks({ sampleRate, nFrequencies: this.#nFrequencies });
  }

  /** Prepares for the spectra of `nFrames` of another clip. */
  begin(nFrames: number): void {
    const length = nFrames * this.#nFrequencies;
    if (this.#powers.length < length) this.#powers = new Float32Array(length);
    this.#peaks.clear(nFrames);
  }

  /** Stores the spectrum of a frame. */
  keep(powers: Float64Array, frame: number): void {
    this.#powers.set(powers, frame * this.#nFrequencies);
    if (this.#tuning === undefined) this.#peaks.add(powers);
  }

  /** Computes the filters for the tuning of the clip, after all its spectra have been stored. */
  tune(): void {
    const tuning = this.#tuning ?? estimateTuning(this.#peaks, { binsPerOctave: this.nChroma });
    if (tuning === this.#filtersTuning) return;
    this.#filters = this.#filtersOf(tuning);
    this.#filtersTuning = tuning;
  }

  /** Writes the pitch classes of a frame into `row`. */
  read(frame: number): void {
    weigh(this.#powers, frame * this.#nFrequencies, this.#filters, this.row);
    normalize(this.row, this.#norm);
  }
}

/** Applies each filter to the spectrum at `start`. */
function weigh(powers: Float32Array, start: number, filters: Float32Array, sums: Float64Array): void {
  const nFrequencies = filters.length / sums.length;
  for (let i = 0, f = 0; i < sums.length; i++) {
    let sum = 0;
    for (let bin = start; bin < start + nFrequencies; bin++) sum += powers[bin]! * filters[f++]!;
    sums[i] = sum;
  }
}
