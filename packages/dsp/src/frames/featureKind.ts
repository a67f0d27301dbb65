import type { FeaturePlan } from './features.js';
import type { SpectralFeatureOptions } from './spectralPlan.js';

/** Every option of a feature; the type makes a forgotten one an error. */
export type OptionNames<Options> = Readonly<Record<keyof Options, true>>;

/** What a feature description may say of a feature, and what computes it. */
export interface FeatureKind<Options> {
  readonly optionNames: OptionNames<Options>;
  /** @throws {SerError} `invalid-option` */
  readonly createPlan: (options: Options & { readonly sampleRate: number }) => FeaturePlan;
}

/** Options that all features made of spectra take. */
export const spectrogramOptionNames: OptionNames<SpectralFeatureOptions> = {
  nFft: true,
  hopLength: true,
  winLength: true,
  window: true,
  center: true,
  padMode: true,
};
