import { MfccPlan, type MfccOptions } from '../cepstrum/mfcc.js';
import { LogMelPlan, type LogMelOptions } from '../mel/logMel.js';
import { MelSpectrogramPlan, type MelSpectrogramOptions } from '../mel/melSpectrogram.js';
import type { FeatureSpec } from './featureDescription.js';
import type { FeaturePlan } from './features.js';

/** Every option of a feature; the type makes a forgotten one an error. */
type OptionNames<Options> = Readonly<Record<keyof Options, true>>;

const melSpectrogramOptions: OptionNames<MelSpectrogramOptions> = {
  nFft: true,
  hopLength: true,
  winLength: true,
  window: true,
  center: true,
  padMode: true,
  power: true,
  nMels: true,
  fMin: true,
  fMax: true,
  htk: true,
  melNorm: true,
};
const logMelOptions: OptionNames<LogMelOptions> = {
  ...melSpectrogramOptions,
  ref: true,
  amin: true,
  topDb: true,
};
const mfccOptions: OptionNames<MfccOptions> = { ...logMelOptions, nMfcc: true, lifter: true };

const optionsOfKind: Readonly<Record<FeatureSpec['name'], Readonly<Record<string, true>>>> = {
  mfcc: mfccOptions,
  logMel: logMelOptions,
  melSpectrogram: melSpectrogramOptions,
};

/** Names a feature description may use. */
export const featureNames = Object.keys(optionsOfKind) as readonly FeatureSpec['name'][];

export function isFeatureName(name: unknown): name is FeatureSpec['name'] {
  return featureNames.some((known) => known === name);
}

/** Options that the feature of that name takes. */
export function optionNamesOf(name: FeatureSpec['name']): readonly string[] {
  return Object.keys(optionsOfKind[name]);
}

/** @throws {DspError} `invalid-option` */
export function createFeaturePlan(spec: FeatureSpec, sampleRate: number): FeaturePlan {
  switch (spec.name) {
    case 'mfcc':
      return new MfccPlan({ ...spec, sampleRate });
    case 'logMel':
      return new LogMelPlan({ ...spec, sampleRate });
    case 'melSpectrogram':
      return new MelSpectrogramPlan({ ...spec, sampleRate });
  }
}
