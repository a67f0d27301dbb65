import { percentile } from '../../ranks/percentiles.js';
import type { ContourTable } from '../contourTable.js';
import { firstDescriptors } from '../descriptorNames.js';
import type { FrameSpan } from '../frameSpan.js';
import { spectrumFrameLength, descriptorNFft, descriptorSampleRate } from '../framing.js';
import type { PaddedSamples } from '../paddedSamples.js';
import { framesPerStep, type Steps } from '../../steps/steps.js';
import { everyBin, sumOver } from './bins.js';
import { ShortTimePower } from './shortTimePower.js';
import { SpectralDescriptors } from './spectralDescriptors.js';

/** Percentile of the frame energies that powers are relative to. */
const referencePercent = 95;
/** Power of the white noise floor relative to this percentile: -55 dB. */
const floorPower = 10 ** -5.5;

/** The spectral and energy descriptors of the front end 'invariant'. */
export class InvariantSpectra {
  readonly #power = new ShortTimePower({ frameLength: spectrumFrameLength, nFft: descriptorNFft });
  readonly #contours = new SpectralDescriptors('invariant');
  readonly #level = firstDescriptors('invariant').energy;
  /** The band in use: a view of the spectrum read last. */
  readonly #band: Float64Array;
  readonly #relative: Float64Array;
  #rows = new Float64Array(0);
  #energies = new Float64Array(0);
  /** Inverse of the reference power. */
  #scale = 1;

  constructor() {
    const { frequencies } = this.#contours;
    const firstBin = Math.round((frequencies[0]! * descriptorNFft) / descriptorSampleRate);
    this.#band = this.#power.powers.subarray(firstBin, firstBin + frequencies.length);
    this.#relative = new Float64Array(frequencies.length);
  }

  /** Reads the spectra of all frames and writes their levels. */
  *writeLevels(samples: PaddedSamples, table: ContourTable): Steps<void> {
    yield* this.#readAll(samples, table.nFrames);
    this.#scale = 1 / this.#reference(table.nFrames);
    for (let frame = 0; frame < table.nFrames; frame++) {
      table.set(this.#level, frame, 10 * Math.log10(this.#energies[frame]! * this.#scale + floorPower));
    }
  }

  /** Writes all other descriptors in a span, from the spectra read for the levels. */
  *write(_samples: PaddedSamples, { first, end }: FrameSpan, table: ContourTable): Steps<void> {
    for (let frame = Math.max(0, first - 1); frame < end; frame++) {
      if (frame % framesPerStep === 0) yield;
      this.#readRelative(frame);
      if (frame < first) this.#contours.skip(this.#relative);
      else this.#contours.write(this.#relative, frame, table);
    }
  }

  #readRelative(frame: number): void {
    const rows = this.#rows;
    const relative = this.#relative;
    const scale = this.#scale;
    const nBins = relative.length;
    for (let k = 0, i = frame * nBins; k < nBins; k++, i++) {
      relative[k] = rows[i]! * scale + floorPower / nBins;
    }
  }

  *#readAll(samples: PaddedSamples, nFrames: number): Steps<void> {
    const nBins = this.#band.length;
    if (this.#rows.length < nFrames * nBins) this.#rows = new Float64Array(nFrames * nBins);
    if (this.#energies.length < nFrames) this.#energies = new Float64Array(nFrames);
    for (let frame = 0; frame < nFrames; frame++) {
      if (frame % framesPerStep === 0) yield;
      this.#power.read(samples, frame);
      this.#rows.set(this.#band, frame * nBins);
      this.#energies[frame] = sumOver(this.#band, everyBin(this.#band));
    }
  }

  /** The reference power; 1 in digital silence. */
  #reference(nFrames: number): number {
    const energies = this.#energies.subarray(0, nFrames);
    const loud = percentile(energies, referencePercent);
    if (loud > 0) return loud;
    const loudest = energies.reduce((most, energy) => Math.max(most, energy), 0);
    return loudest > 0 ? loudest : 1;
  }
}
