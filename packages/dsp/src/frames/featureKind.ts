import type { FramePlan } from './features.js';
import type { SpectralFeatureOptions } from './spectralPlan.js';

/** The names of all options of a feature; the type rejects a table that lacks one. */
export type OptionNames<Options> = Readonly<Record<keyof Options, true>>;

/** A feature that descriptions can name: its options, and the plan that computes it. */
export interface FeatureKind<Options> {
  readonly optionNames: OptionNames<Options>;
  /** @throws {SerError} `invalid-option` */
  readonly createPlan: (options: Options & { readonly sampleRate: number }) => FramePlan;
}

/** The common options of all features of spectra. */
export const spectrogramOptionNames: OptionNames<SpectralFeatureOptions> = {
  nFft: true,
  hopLength: true,
  winLength: true,
  window: true,
  center: true,
  padMode: true,
};
