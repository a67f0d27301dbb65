import type { AudioClip } from '../audio/audioClip.js';
import { spectrogramOptionNames, type FeatureKind } from '../frames/featureKind.js';
import { featuresOf, numberedNames, type Features } from '../frames/features.js';
import { SpectralPlan } from '../frames/spectralPlan.js';
import type { FrameSpectrum } from '../spectrum/frameSpectrum.js';
import type { ChromaOptions } from './chromaOptions.js';
import { Chromagram } from './chromagram.js';

/**
 * Chromagrams of many clips with the same options.
 *
 * @throws {SerError} `invalid-option`
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
 * The energy of each pitch class over all octaves, from C upward.
 *
 * @returns features of shape `[nFrames, nChroma]`
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
