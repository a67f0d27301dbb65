// Sound and numbers
export type { AudioClip } from './audioClip.js';
export type { Features } from './features/features.js';
export { DspError, type DspErrorCode } from './errors.js';

// Spectrum
export { FftPlan } from './spectrum/fftPlan.js';
export { fftFrequencies } from './spectrum/fftFrequencies.js';
export { windowOf, type WindowName } from './spectrum/windowOf.js';
export type { PadMode, SpectrogramOptions } from './spectrum/spectrogramOptions.js';
export { SpectrogramPlan } from './spectrum/spectrogramPlan.js';
export { spectrogram, type Spectrogram } from './spectrum/spectrogram.js';
export { amplitudeToDb, powerToDb, type DecibelOptions } from './spectrum/decibels.js';

// Mel
export { hzToMel, melToHz, type MelScaleOptions } from './mel/melScale.js';
export { melFrequencies, type MelFrequenciesOptions } from './mel/melFrequencies.js';
export {
  melFilterBank,
  type FilteredSpectrum,
  type MelFilterBank,
  type MelFilterBankOptions,
} from './mel/melFilterBank.js';
export { melSpectrogram, MelSpectrogramPlan, type MelSpectrogramOptions } from './mel/melSpectrogram.js';
export { logMel, LogMelPlan, type LogMelOptions } from './mel/logMel.js';

// Cepstrum
export { dct, DctPlan, type DctOptions } from './cepstrum/dctPlan.js';
export { mfcc, MfccPlan, type MfccOptions } from './cepstrum/mfcc.js';

// Features by description
export type { FeatureDescription, FeatureSpec } from './features/featureDescription.js';
export { parseFeatureDescription } from './features/parseFeatureDescription.js';
export { FeatureExtractor } from './features/featureExtractor.js';
export { featureNames } from './features/featureKinds.js';
export { applyFunctionals, type Functional } from './features/functionals.js';
export type { Segment } from './features/segment.js';
