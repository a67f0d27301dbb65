import type { AudioClip } from '../audio/audioClip.js';
import { spectrogramOptionNames, type FeatureKind } from '../frames/featureKind.js';
import { featuresOf, numberedNames, type Features } from '../frames/features.js';
import { SpectralPlan, type SpectralFeatureOptions } from '../frames/spectralPlan.js';
import type { FrameSpectrum } from '../spectrum/frameSpectrum.js';
import { Chromagram } from './chromagram.js';
import type { Norm } from './norm.js';

export interface ChromaOptions extends SpectralFeatureOptions {
  /**
   * Number of pitch classes in an octave, an integer >= 1.
   *
   * @default 12
   */
  readonly nChroma?: number;
  /**
   * Deviation of the scale from A 440 Hz, in fractions of a pitch class.
   *
   * @default estimated from each clip
   */
  readonly tuning?: number;
  /**
   * What each frame is divided by: 'inf' for its largest value, a number p > 0 for its p-norm, 'none' for nothing.
   *
   * @default 'inf'
   */
  readonly norm?: Norm;
  /**
   * The octave that counts most, in octaves above A0 (27.5 Hz).
   *
   * @default 5
   */
  readonly ctroct?: number;
  /**
   * Standard deviation of the weight around it, in octaves, > 0; null lets all octaves count alike.
   *
   * @default 2
   */
  readonly octwidth?: number | null;
}

/**
 * Chromagrams of many clips with the same settings.
 *
 * @throws {SerError} `invalid-option`
 *
 * @example
 * const plan = new ChromaPlan({ sampleRate: 22050, tuning: 0 });
 * const chroma = plan.transform(clip.samples); // [nFrames, 12]
 */
export class ChromaPlan extends SpectralPlan {
  readonly names: readonly string[];
  readonly #chromagram: Chromagram;

  constructor(options: ChromaOptions & { readonly sampleRate: number }) {
    super(options);
    this.#chromagram = new Chromagram({ ...options, nFft: this.spectrogramOptions.nFft });
    this.names = numberedNames('chroma', this.#chromagram.nChroma);
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
      output.set(this.#chromagram.row, frame * this.#chromagram.nChroma);
    }
  }
}

/**
 * How strong each pitch class is, whatever its octave, from C on upwards, of shape `[nFrames, nChroma]`.
 *
 * @throws {SerError} `invalid-option`, `clip-too-short`, `invalid-sample`
 * @see librosa.feature.chroma_stft, https://librosa.org/doc/0.11.0/generated/librosa.feature.chroma_stft.html
 * @see D. Ellis, "Chroma feature analysis and synthesis", 2007
 *
 * @example
 * chroma(clip).names; // 'chroma0' (C) … 'chroma11' (B)
 */
export function chroma(clip: AudioClip, options: ChromaOptions = {}): Features {
  return featuresOf(new ChromaPlan({ ...options, sampleRate: clip.sampleRate }), clip.samples);
}

export const chromaKind: FeatureKind<ChromaOptions> = {
  optionNames: {
    ...spectrogramOptionNames,
    nChroma: true,
    tuning: true,
    norm: true,
    ctroct: true,
    octwidth: true,
  },
  createPlan: (options) => new ChromaPlan(options),
};
