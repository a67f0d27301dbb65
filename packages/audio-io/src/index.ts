// sound
export type { AudioClip, MultichannelAudio } from './audioClip.js';
export { isSilent } from './isSilent.js';
export { mixDown } from './mixDown.js';

// bytes to sound
export { audioInfo, type AudioInfo } from './audioInfo.js';
export { decodeAudio } from './decodeAudio.js';
export { decodeFlac } from './flac/decodeFlac.js';
export { decodeWav } from './wav/decodeWav.js';
export type { AudioFormat } from './format/recognizeFormat.js';

// sound to bytes
export { encodeWav, type EncodeWavOptions, type WavSampleFormat } from './wav/encodeWav.js';

// sample rate
export { resample, type ResampleOptions } from './resample/resample.js';
export { ResamplePlan, type ResamplePlanOptions } from './resample/resamplePlan.js';
export type { ResampleQuality } from './resample/lowPass.js';

// sound in pieces
export { MixDownStream } from './stream/mixDownStream.js';
export { PcmStream, pcmFormats, type PcmFormat } from './stream/pcmStream.js';
export { ResampleStream } from './stream/resampleStream.js';

// errors
export { AudioError, type AudioErrorCode } from './errors.js';
