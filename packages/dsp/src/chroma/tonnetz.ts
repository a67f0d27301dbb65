import type { AudioClip } from '../audio/audioClip.js';
import { spectrogramOptionNames, type FeatureKind } from '../frames/featureKind.js';
import { featuresOf, numberedNames, type Features } from '../frames/features.js';
import { SpectralPlan } from '../frames/spectralPlan.js';
import type { FrameSpectrum } from '../spectrum/frameSpectrum.js';
import type { ChromaOptions } from './chromaOptions.js';
import { Chromagram } from './chromagram.js';

export type TonnetzOptions = Omit<ChromaOptions, 'norm'>;

/** Sine and cosine on the circles of fifths, minor thirds, and major thirds. */
const nDimensions = 6;

/**
 * Tonal centroids of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`
 */
export class TonnetzPlan extends SpectralPlan {
  readonly names = numberedNames('tonnetz', nDimensions);
  readonly #chromagram: Chromagram;
  readonly #basis: Float64Array;

  constructor(options: TonnetzOptions & { readonly sampleRate: number }) {
    super(options);
    this.#chromagram = new Chromagram({ ...options, norm: 1, nFft: this.spectrogramOptions.nFft });
    this.#basis = tonalBasis(this.#chromagram.nChroma);
  }

  protected override begin(nFrames: number): void {
    this.#chromagram.begin(nFrames);
  }

  protected override writeRow({ powers }: FrameSpectrum, frame: number): void {
    this.#chromagram.keep(powers, frame);
  }

  protected override finish(nFrames: number, output: Float32Array): void {
    this.#chromagram.tune();
    for (let frame = 0; frame < nFrames; frame++) {
      this.#chromagram.read(frame);
      project(this.#chromagram.row, this.#basis, output, frame * nDimensions);
    }
  }
}

/**
 * Tonal centroids of each frame: its pitch classes projected onto the circles of fifths, minor thirds, and major thirds.
 * The pitch classes are those of `chroma`; librosa computes them with a constant-Q transform by default, so this is
 * librosa's `tonnetz(chroma=chroma_stft(y))`.
 *
 * @returns features of shape `[nFrames, 6]`
 * @throws {SerError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.feature.tonnetz, https://librosa.org/doc/0.11.0/generated/librosa.feature.tonnetz.html
 * @see C. Harte, M. Sandler, M. Gasser, "Detecting harmonic change in musical audio", 2006
 *
 * @example
 * tonnetz(clip).names; // 'tonnetz0' … 'tonnetz5'
 */
export function tonnetz(clip: AudioClip, options: TonnetzOptions = {}): Features {
  return featuresOf(new TonnetzPlan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}

export const tonnetzKind: FeatureKind<TonnetzOptions> = {
  optionNames: { ...spectrogramOptionNames, nChroma: true, tuning: true, ctroct: true, octwidth: true },
  createPlan: (options) => new TonnetzPlan(options),
};

/** Position of each pitch class on the circles, of shape `[6, nChroma]`. */
function tonalBasis(nChroma: number): Float64Array {
  const turnsPerStep = [7 / 6, 7 / 6, 3 / 2, 3 / 2, 2 / 3, 2 / 3];
  const radius = [1, 1, 1, 1, 0.5, 0.5];
  return Float64Array.from({ length: nDimensions * nChroma }, (_, i) => {
    const dimension = Math.floor(i / nChroma);
    const semitones = (12 * (i % nChroma)) / nChroma;
    const quarterTurn = dimension % 2 === 0 ? 0.5 : 0;
    return radius[dimension]! * Math.cos(Math.PI * (turnsPerStep[dimension]! * semitones - quarterTurn));
  });
}

function project(chroma: Float64Array, basis: Float64Array, output: Float32Array, offset: number): void {
  for (let dimension = 0, b = 0; dimension < nDimensions; dimension++) {
    let sum = 0;
    for (let i = 0; i < chroma.length; i++) sum += chroma[i]! * basis[b++]!;
    output[offset + dimension] = sum;
  }
}
