import { mfccKind } from '../cepstrum/mfcc.js';
import { chromaKind } from '../chroma/chroma.js';
import { tonnetzKind } from '../chroma/tonnetz.js';
import { encoderKind } from '../encoder/encoderPlan.js';
import type { FeatureKind } from '../frames/featureKind.js';
import type { FramePlan } from '../frames/features.js';
import { functionalsKind } from '../functionals/functionals.js';
import { lowLevelDescriptorsKind } from '../lowLevelDescriptors/lowLevelDescriptors.js';
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
import { type CustomFeature, customFeature, CustomPlan, registerCustomFeature } from './customFeature.js';

/** All features by their names in descriptions. A new feature is its own file and a line here. */
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
  lowLevelDescriptors: lowLevelDescriptorsKind,
  functionals: functionalsKind,
  encoder: encoderKind,
};

type FeatureKinds = typeof featureKinds;
type OptionsOf<Kind> = Kind extends FeatureKind<infer Options> ? Options : never;

/** A feature by name, with the options of the function of the same name; `encoder` is computed by @ser/encoder. */
export type FeatureSpec = {
  [Name in keyof FeatureKinds]: NamedFeature<Name> & OptionsOf<FeatureKinds[Name]>;
}[keyof FeatureKinds];

interface NamedFeature<Name> {
  readonly name: Name;
  /**
   * Prefix of the column names, so that one feature can be listed twice with different options.
   *
   * @default '' // 'invariant/' makes `mfcc0` into `invariant/mfcc0`
   */
  readonly prefix?: string;
}

/** The names of all features that descriptions can use. */
export const featureNames = Object.keys(featureKinds) as readonly FeatureSpec['name'][];

/**
 * Adds a feature of your own to those that descriptions can name, in this process. For worker threads, put the call into a
 * file, and load it with `loadPlugins` of @ser/experiments, or `--plugin` of the command.
 *
 * @returns a function that removes it again
 * @throws {SerError} `invalid-option`; `duplicate-part` if there is another feature of that name
 *
 * @example
 * registerFeature({
 *   name: 'loudShare',
 *   options: ['above'],
 *   columns: ['loudShare'],
 *   extract: ({ samples }, { above = 0.1 }) => [samples.filter((x) => Math.abs(x) > Number(above)).length / samples.length],
 * });
 * createFeaturePlan(parseFeatureDescription({ sampleRate: 16000, features: [{ name: 'loudShare', above: 0.2 }] }));
 */
export function registerFeature(feature: CustomFeature): () => void {
  return registerCustomFeature(feature, featureNames);
}

export function isFeatureName(name: unknown): name is FeatureSpec['name'] {
  return isBuiltIn(name) || customFeature(name) !== undefined;
}

function isBuiltIn(name: unknown): name is FeatureSpec['name'] {
  return featureNames.some((known) => known === name);
}

/** The names of all options of a feature. */
export function optionNamesOf(name: FeatureSpec['name']): readonly string[] {
  const custom = customFeature(name);
  if (custom !== undefined) return [...(custom.options ?? []), 'prefix', 'version'];
  return [...Object.keys(featureKinds[name].optionNames), 'prefix'];
}

/** Creates the plan of one feature. @throws {SerError} `invalid-option` */
export function createFramePlan(spec: FeatureSpec, sampleRate: number): FramePlan {
  const custom = customFeature(spec.name);
  if (custom !== undefined) return new CustomPlan(custom, spec, sampleRate);
  const kind = featureKinds[spec.name] as FeatureKind<object>;
  return kind.createPlan({ ...spec, sampleRate });
}

/** A registered feature with its version, so that models and caches tell one from the other. */
export function withVersion(spec: FeatureSpec): FeatureSpec {
  const custom = customFeature(spec.name);
  if (custom === undefined) return spec;
  const versioned: object = { version: custom.version ?? 1, ...spec };
  return versioned as FeatureSpec;
}

/** The column names of a feature, with the prefix of the description. */
export function withPrefix(names: readonly string[], { prefix = '' }: FeatureSpec): readonly string[] {
  return prefix === '' ? names : names.map((name) => `${prefix}${name}`);
}
