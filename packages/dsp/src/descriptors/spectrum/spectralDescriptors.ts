import { DctPlan } from '../../cepstrum/dctPlan.js';
import type { ContourTable } from '../contourTable.js';
import {
  type DescriptorGroup,
  descriptorNames,
  firstDescriptors,
  spectrumDescriptors,
} from '../descriptorNames.js';
import { decibelsPerNeper, frontEndSettings, type FrontEnd } from '../frontEnd.js';
import { BandContrast } from './bandContrast.js';
import { bandFrequencies } from './bins.js';
import { Logarithms } from './logarithms.js';
import { MagnitudeFlux } from './magnitudeFlux.js';
import { MelPowers } from './melPowers.js';
import { PitchClasses } from './pitchClasses.js';
import { SpectralShape } from './spectralShape.js';

/** Exponent of loudness over power (Stevens's power law). */
const loudnessExponent = 0.3;

/** All descriptors of the power spectrum of a frame: mel, MFCC, spectral shape, contrast, chroma, and loudness. */
export class SpectralDescriptors {
  /** Frequencies of the bins in use, in Hz. */
  readonly frequencies: Float64Array;
  readonly #first: Readonly<Record<DescriptorGroup, number>>;
  readonly #powerFloor: number;
  readonly #loudnessUnit: number;
  readonly #mel: MelPowers;
  readonly #dct: DctPlan;
  readonly #melLogarithms: Logarithms;
  readonly #spectrumLogarithms: Logarithms;
  readonly #flux: MagnitudeFlux;
  readonly #shape: SpectralShape;
  readonly #contrast: BandContrast;
  readonly #chroma: PitchClasses | undefined;
  readonly #logarithms: Float64Array;
  readonly #coefficients: Float64Array;
  readonly #spectrumRow = new Float64Array(spectrumDescriptors.length);
  readonly #contrasts: Float64Array;
  readonly #classes: Float64Array;

  constructor(frontEnd: FrontEnd) {
    const settings = frontEndSettings[frontEnd];
    const { mel, mfcc, contrast, chroma } = descriptorNames[frontEnd];
    this.frequencies = bandFrequencies(settings.band);
    this.#first = firstDescriptors(frontEnd);
    this.#powerFloor = settings.powerFloor;
    this.#loudnessUnit = settings.loudnessUnit;
    this.#mel = new MelPowers(this.frequencies, { nMels: mel.length, band: settings.melBand });
    this.#dct = new DctPlan(mel.length, { nCoefficients: mfcc.length });
    this.#melLogarithms = new Logarithms(mel.length);
    this.#spectrumLogarithms = new Logarithms(this.frequencies.length);
    this.#flux = new MagnitudeFlux(this.frequencies.length, settings.magnitudeFloor);
    this.#shape = new SpectralShape(this.frequencies, settings);
    this.#contrast = new BandContrast(this.frequencies, settings.contrastEdges);
    this.#chroma = settings.hasChroma ? new PitchClasses(this.frequencies) : undefined;
    this.#logarithms = new Float64Array(this.frequencies.length);
    this.#coefficients = new Float64Array(mfcc.length);
    this.#contrasts = new Float64Array(contrast.length);
    this.#classes = new Float64Array(chroma.length);
  }

  /** Reads the spectrum of the frame before the first frame to write. */
  skip(powers: Float64Array): void {
    this.#flux.next(powers, 0);
  }

  /**
   * Writes the descriptors of one frame. Frames are passed in order.
   *
   * @param powers of the bins at `frequencies`
   */
  write(powers: Float64Array, frame: number, table: ContourTable): void {
    this.#writeMel(powers, frame, table);
    const floored = this.#spectrumLogarithms.values;
    const logarithms = this.#logarithms;
    const floor = this.#powerFloor;
    for (let k = 0; k < floored.length; k++) floored[k] = powers[k]! + floor;
    this.#spectrumLogarithms.transform(logarithms);
    this.#shape.transform(floored, logarithms, this.#flux.next(powers, frame), this.#spectrumRow);
    table.setColumn(this.#first.spectrum, frame, this.#spectrumRow);
    this.#contrast.transform(logarithms, this.#contrasts);
    table.setColumn(this.#first.contrast, frame, this.#contrasts);
    if (this.#chroma === undefined) return;
    this.#chroma.transform(powers, this.#classes);
    table.setColumn(this.#first.chroma, frame, this.#classes);
  }

  /** Log-mel levels in dB, their MFCC, and loudness: the sum of the compressed mel powers. */
  #writeMel(powers: Float64Array, frame: number, table: ContourTable): void {
    const levels = this.#melLogarithms.values;
    const floor = this.#powerFloor;
    this.#mel.transform(powers, levels);
    for (let mel = 0; mel < levels.length; mel++) levels[mel]! += floor;
    this.#melLogarithms.transform(levels);
    let loudness = 0;
    for (let mel = 0; mel < levels.length; mel++) {
      const logarithm = levels[mel]!;
      loudness += Math.exp(loudnessExponent * logarithm);
      levels[mel] = decibelsPerNeper * logarithm;
    }
    this.#dct.transformRow(levels, 0, this.#coefficients, 0);
    table.setColumn(this.#first.mel, frame, levels);
    table.setColumn(this.#first.mfcc, frame, this.#coefficients);
    table.set(this.#first.energy + 1, frame, this.#loudnessUnit * loudness);
  }
}
