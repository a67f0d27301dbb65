import { mfccKind } from '../cepstrum/mfcc.js';
import { chromaKind } from '../chroma/chroma.js';
import { tonnetzKind } from '../chroma/tonnetz.js';
import { functionalsKind } from '../functionals/functionals.js';
import { logMelKind } from '../mel/logMel.js';
import { melSpectrogramKind } from '../mel/melSpectrogram.js';
import { f0Kind } from '../pitch/f0.js';
import { spectralBandwidthKind } from '../spectral/spectralBandwidth.js';
import { spectralCentroidKind } from '../spectral/spectralCentroid.js';
import { spectralContrastKind } from '../spectral/spectralContrast.js';
import { spectralFlatnessKind } from '../spectral/spectralFlatness.js';
import { spectralFluxKind } from '../spectral/spectralFlux.js';
import { spectralRolloffKind } from '../spectral/spectralRolloff.js';
import { rmsKind } from '../temporal/rms.js';
import { zeroCrossingRateKind } from '../temporal/zeroCrossingRate.js';
import { voiceContoursKind } from '../lowLevelDescriptors/lowLevelDescriptors.js';
import type { FeatureKind } from '../frames/featureKind.js';
import type { FeaturePlan } from '../frames/features.js';

/** All features, by the name a description calls them. A new one is its own file and a line here. */
const featureKinds = {
  mfcc: mfccKind,
  logMel: logMelKind,
  melSpectrogram: melSpectrogramKind,
  chroma: chromaKind,
  tonnetz: tonnetzKind,
  spectralContrast: spectralContrastKind,
  spectralCentroid: spectralCentroidKind,
  spectralBandwidth: spectralBandwidthKind,
  spectralRolloff: spectralRolloffKind,
  spectralFlatness: spectralFlatnessKind,
  spectralFlux: spectralFluxKind,
  zeroCrossingRate: zeroCrossingRateKind,
  rms: rmsKind,
  f0: f0Kind,
  voiceContours: voiceContoursKind,
  functionals: functionalsKind,
};

type FeatureKinds = typeof featureKinds;
type OptionsOf<Kind> = Kind extends FeatureKind<infer Options> ? Options : never;

/** One kind of feature by name, with the options of the function of that name. */
export type FeatureSpec = {
  [Name in keyof FeatureKinds]: NamedFeature<Name> & OptionsOf<FeatureKinds[Name]>;
}[keyof FeatureKinds];

interface NamedFeature<Name> {
  readonly name: Name;
  /**
   * What each column's name begins with, so that one feature can stand there twice with other options.
   *
   * @default '' // 'invariant/' makes `mfcc0` into `invariant/mfcc0`
   */
  readonly prefix?: string;
}

/** Names a feature description may use. */
export const featureNames = Object.keys(featureKinds) as readonly FeatureSpec['name'][];

export function isFeatureName(name: unknown): name is FeatureSpec['name'] {
  return featureNames.some((known) => known === name);
}

/** Options that the feature of that name takes. */
export function optionNamesOf(name: FeatureSpec['name']): readonly string[] {
  return [...Object.keys(featureKinds[name].optionNames), 'prefix'];
}

/** @throws {SerError} `invalid-option` */
export function createFeaturePlan(spec: FeatureSpec, sampleRate: number): FeaturePlan {
  const kind = featureKinds[spec.name] as FeatureKind<object>;
  return kind.createPlan({ ...spec, sampleRate });
}

/** The columns of a plan by the names that the description gives them. */
export function prefixed(names: readonly string[], { prefix = '' }: FeatureSpec): readonly string[] {
  return prefix === '' ? names : names.map((name) => `${prefix}${name}`);
}
