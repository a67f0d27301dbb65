// Sound and numbers
export type { Features } from './frames/features.js';
export { SerError } from '@ser/core';
export type { DspErrorCode } from './errors.js';

// Spectrum
export { FftPlan } from './fft/realFft.js';
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
export { whisperLogMel, type WhisperLogMelOptions } from './mel/whisperLogMel.js';

// Cepstrum
export { dct, DctPlan, type DctOptions } from './cepstrum/dctPlan.js';
export { mfcc, MfccPlan, type MfccOptions } from './cepstrum/mfcc.js';

// Spectral shape
export type { SpectralFeatureOptions } from './frames/spectralPlan.js';
export {
  spectralCentroid,
  SpectralCentroidPlan,
  type SpectralCentroidOptions,
} from './spectral/spectralCentroid.js';
export {
  spectralBandwidth,
  SpectralBandwidthPlan,
  type SpectralBandwidthOptions,
} from './spectral/spectralBandwidth.js';
export {
  spectralRolloff,
  SpectralRolloffPlan,
  type SpectralRolloffOptions,
} from './spectral/spectralRolloff.js';
export {
  spectralFlatness,
  SpectralFlatnessPlan,
  type SpectralFlatnessOptions,
} from './spectral/spectralFlatness.js';
export { spectralFlux, SpectralFluxPlan, type SpectralFluxOptions } from './spectral/spectralFlux.js';
export {
  spectralContrast,
  SpectralContrastPlan,
  type SpectralContrastOptions,
} from './spectral/spectralContrast.js';

// Pitch
export { chroma, ChromaPlan, type ChromaOptions } from './chroma/chroma.js';
export { tonnetz, TonnetzPlan, type TonnetzOptions } from './chroma/tonnetz.js';
export type { Norm } from './chroma/norm.js';
export { f0, F0Plan, type F0Options } from './pitch/f0.js';

// Samples of each frame
export type { FramewiseOptions } from './frames/framewisePlan.js';
export { rms, RmsPlan, type RmsOptions } from './temporal/rms.js';
export {
  zeroCrossingRate,
  ZeroCrossingRatePlan,
  type ZeroCrossingRateOptions,
} from './temporal/zeroCrossingRate.js';

// Features over time
export { delta, type DeltaOptions } from './frames/delta.js';

// Features by description
export type { FeatureDescription } from './features/featureDescription.js';
export { parseFeatureDescription } from './features/parseFeatureDescription.js';
export { FeatureExtractor } from './features/featurePlan.js';
export { featureNames, type FeatureSpec } from './features/featureKinds.js';
export { applyFunctionals, type Functional } from './frames/applyFunctionals.js';
export type { Segment } from './features/crop.js';

// Voices: frames of 10 ms, and clips in one row
export { frontEnds, type FrontEnd } from './descriptors/frontEnd.js';
export { voiceFrames, type VoiceFrames } from './descriptors/descriptors.js';
export { VoiceFramesPlan, type VoiceFramesOptions } from './descriptors/descriptorsPlan.js';
export {
  voiceGroups,
  voiceStatistics,
  type VoiceGroup,
  type VoiceStatistic,
} from './functionals/groupNames.js';
export {
  voiceContours,
  VoiceContoursPlan,
  type VoiceContoursOptions,
} from './lowLevelDescriptors/lowLevelDescriptors.js';
export type { ContourContext } from './lowLevelDescriptors/contextColumns.js';
export { modulationBands } from './functionals/modulation.js';
export { voiceFunctionals, type VoiceFunctionalsOptions } from './functionals/functionalGroups.js';
export { functionals, VoiceFunctionalsPlan, type FunctionalsOptions } from './functionals/functionals.js';

// Sound from spectra
export { istft, InverseStftPlan, type InverseStftOptions } from './spectrum/inverseStft.js';
export { phaseVocoder, type PhaseVocoderOptions } from './augment/phaseVocoder.js';
export { stft, StftPlan, type ComplexSpectrogram } from './spectrum/stft.js';
export type { StftOptions } from './spectrum/stftOptions.js';

// Augmentation
export type { Augmentation, AugmentationDescription, Range } from './augment/augmentation.js';
export { addNoise, type AddNoiseOptions } from './augment/addNoise.js';
export { applyChannel } from './augment/channel/applyChannel.js';
export type { BandEdge, Channel, ColouredNoise, Reverberation } from './augment/channel/channel.js';
export type {
  BandEdgeOptions,
  ChannelOptions,
  ColouredNoiseOptions,
  ReverberationOptions,
} from './augment/channel/channelOptions.js';
export { ChannelPlan } from './augment/channel/channelPlan.js';
export { drawChannel } from './augment/channel/drawChannel.js';
export { applyGain, type ApplyGainOptions } from './augment/applyGain.js';
export { Augmenter } from './augment/augmenter.js';
export { augmentationNames, parseAugmentation } from './augment/parseAugmentation.js';
export { changeSpeed, type ChangeSpeedOptions } from './augment/changeSpeed.js';
export { pitchShift, type PitchShiftOptions } from './augment/pitchShift.js';
export { shiftTime, type ShiftMode, type ShiftTimeOptions } from './augment/shiftTime.js';
export { timeStretch, type TimeStretchOptions } from './augment/timeStretch.js';

// moved here
export type { AudioClip, MultichannelAudio } from './audio/audioClip.js';
export { Normalizer, type NormalizerOptions, type NormalizerJson } from './normalize/normalizer.js';
export { mixDown } from './audio/mixDown.js';
export { resample, type ResampleOptions } from './resample/resample.js';
export type { ResampleQuality } from './resample/lowPass.js';
export { requireChannels } from './audio/requireChannels.js';
export { isSilent } from './audio/isSilent.js';
export { featureStatistics, type FeatureStatistics } from './normalize/featureStatistics.js';
export {
  detectSpeech,
  type DetectSpeechOptions,
  type SpeechActivity,
  type SpeechSegment,
} from './speech/detectSpeech.js';
export { MixDownStream, type MixDownStreamOptions } from './audio/mixDownStream.js';
export { ResampleStream } from './resample/resampleStream.js';
export { ResamplePlan, type ResamplePlanOptions } from './resample/resamplePlan.js';
