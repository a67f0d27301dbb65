/**
 * Audio clips to numbers: resampling, spectra, features like librosa's, speech functionals, normalization, speech
 * detection, and augmentation. Every feature is a function of a clip; `createFeaturePlan` extracts a described set of
 * features from many clips. It runs in Node, browsers, and workers, and never reads files.
 *
 * - Audio: `mixDown`, `isSilent`, `resample`; `MixDownStream` and `ResampleStream` for chunks,
 *   `RecordingResampler` for blocks of a recording
 * - Spectra: `spectrogram`, `stft`, `istft`, `phaseVocoder`, `dct`, decibels, windows, and the mel scale
 * - Features of frames: `mfcc`, `logMel`, `chroma`, `spectralCentroid`, `f0`, `rms`, …
 * - Features of speech: `lowLevelDescriptors`, `functionals`, `detectSpeech`
 * - Features by description: `createFeaturePlan`, `parseFeatureDescription`; features of your own: `registerFeature`
 * - Features to examples: `delta`, `applyFunctionals`, `Normalizer`, `stack`
 * - Augmentation: `Augmenter`, and each of its steps as a function
 *
 * @see https://librosa.org/doc/0.11.0/feature.html, whose options and results most features have
 * @packageDocumentation
 */
export { SerError } from '@ser/core';
export type { DspErrorCode } from './errors.js';

// Audio
export type { AudioClip, MultichannelAudio } from './audio/audioClip.js';
export { isSilent } from './audio/isSilent.js';
export { mixDown } from './audio/mixDown.js';
export { MixDownStream, type MixDownStreamOptions } from './audio/mixDownStream.js';
export type { RateConversion, ResampleQuality } from './resample/rateConversion.js';
export { RecordingResampler } from './resample/recordingResampler.js';
export { resample, type ResampleOptions } from './resample/resample.js';
export { ResampleStream } from './resample/resampleStream.js';

// Spectra
export { dct, type DctOptions } from './cepstrum/dctPlan.js';
export { amplitudeToDb, type DecibelOptions, powerToDb } from './spectrum/decibels.js';
export { fftFrequencies } from './spectrum/fftFrequencies.js';
export { type InverseStftOptions, istft } from './spectrum/inverseStft.js';
export { type Spectrogram, spectrogram } from './spectrum/spectrogram.js';
export type { PadMode, SpectrogramOptions } from './spectrum/spectrogramOptions.js';
export { type ComplexSpectrogram, stft } from './spectrum/stft.js';
export type { StftOptions } from './spectrum/stftOptions.js';
export { type WindowName, windowOf } from './spectrum/windowOf.js';
export { phaseVocoder, type PhaseVocoderOptions } from './augment/phaseVocoder.js';

// Mel scale
export {
  type FilteredSpectrum,
  type MelFilterBank,
  melFilterBank,
  type MelFilterBankOptions,
} from './mel/melFilterBank.js';
export { melFrequencies, type MelFrequenciesOptions } from './mel/melFrequencies.js';
export { hzToMel, type MelScaleOptions, melToHz } from './mel/melScale.js';

// Features of frames
export type { Features } from './frames/features.js';
export type { FramewiseOptions } from './frames/framewisePlan.js';
export type { SpectralFeatureOptions } from './frames/spectralPlan.js';
export { mfcc, type MfccOptions } from './cepstrum/mfcc.js';
export { chroma } from './chroma/chroma.js';
export type { ChromaOptions } from './chroma/chromaOptions.js';
export type { Norm } from './chroma/norm.js';
export { tonnetz, type TonnetzOptions } from './chroma/tonnetz.js';
export { logMel, type LogMelOptions } from './mel/logMel.js';
export { melSpectrogram } from './mel/melSpectrogram.js';
export type { MelSpectrogramOptions } from './mel/melSpectrogramOptions.js';
export { whisperLogMel, type WhisperLogMelOptions } from './mel/whisperLogMel.js';
export { f0, type F0Options } from './pitch/f0.js';
export { spectralBandwidth, type SpectralBandwidthOptions } from './spectral/spectralBandwidth.js';
export { spectralCentroid, type SpectralCentroidOptions } from './spectral/spectralCentroid.js';
export { spectralContrast, type SpectralContrastOptions } from './spectral/spectralContrast.js';
export { spectralFlatness, type SpectralFlatnessOptions } from './spectral/spectralFlatness.js';
export { spectralFlux, type SpectralFluxOptions } from './spectral/spectralFlux.js';
export { spectralRolloff, type SpectralRolloffOptions } from './spectral/spectralRolloff.js';
export { rms, type RmsOptions } from './temporal/rms.js';
export { zeroCrossingRate, type ZeroCrossingRateOptions } from './temporal/zeroCrossingRate.js';

// Features of speech
export type { FrontEnd } from './descriptors/frontEnd.js';
export {
  type FunctionalGroup,
  functionalGroups,
  type FunctionalStatistic,
} from './functionals/functionalGroups.js';
export { functionals, type FunctionalsOptions } from './functionals/functionals.js';
export type { DescriptorContext } from './lowLevelDescriptors/contextColumns.js';
export {
  lowLevelDescriptors,
  type LowLevelDescriptorsOptions,
} from './lowLevelDescriptors/lowLevelDescriptors.js';
export {
  detectSpeech,
  type DetectSpeechOptions,
  type SpeechActivity,
  type SpeechSegment,
} from './speech/detectSpeech.js';

// Features by description
export { encoderFeatureNames, type EncoderStatistic, layerStatisticNames } from './encoder/encoderLayers.js';
export { type EncoderFeatureOptions, requireEncoderOptions } from './encoder/encoderFeatureOptions.js';
export type { Crop } from './features/crop.js';
export type { FeatureDescription } from './features/featureDescription.js';
export { type CustomFeature, customFeatureNames, type CustomOptions } from './features/customFeature.js';
export { featureNames, type FeatureSpec, registerFeature } from './features/featureKinds.js';
export {
  createFeaturePlan,
  type ExtractOptions,
  type FeaturePlan,
  type FeatureSource,
} from './features/featurePlan.js';
export { parseFeatureDescription } from './features/parseFeatureDescription.js';

// Features to examples
export { applyFunctionals, type Functional } from './frames/applyFunctionals.js';
export { delta, type DeltaOptions } from './frames/delta.js';
export { stack, type StackedFeatures } from './frames/stack.js';
export { featureStatistics, type FeatureStatistics } from './normalize/featureStatistics.js';
export { Normalizer, type NormalizerJson, type NormalizerOptions } from './normalize/normalizer.js';

// Augmentation
export { addNoise, type AddNoiseOptions } from './augment/addNoise.js';
export { applyGain, type ApplyGainOptions } from './augment/applyGain.js';
export type { Augmentation, AugmentationDescription } from './augment/augmentation.js';
export { Augmenter } from './augment/augmenter.js';
export { changeSpeed, type ChangeSpeedOptions } from './augment/changeSpeed.js';
export { applyChannel } from './augment/channel/applyChannel.js';
export type { BandEdge, Channel, ColoredNoise, Reverberation } from './augment/channel/channel.js';
export type {
  BandEdgeOptions,
  ChannelOptions,
  ColoredNoiseOptions,
  ReverberationOptions,
} from './augment/channel/channelOptions.js';
export { drawChannel } from './augment/channel/drawChannel.js';
export { parseAugmentation } from './augment/parseAugmentation.js';
export { pitchShift, type PitchShiftOptions } from './augment/pitchShift.js';
export type { Range } from './augment/range.js';
export { type ShiftMode, shiftTime, type ShiftTimeOptions } from './augment/shiftTime.js';
export { timeStretch, type TimeStretchOptions } from './augment/timeStretch.js';
