import type { AudioClip } from './audioClip.js';

/** One step of 16-bit audio, 90 dB below full scale: dither around zero stays within it. */
const threshold = 2 ** -15;

/**
 * Whether a clip is digital silence: no sample is further from zero than 2^-15, one step of 16-bit audio.
 *
 * A clip without samples is silent too. A recording of a muted microphone passes every check of length and format;
 * use this check before training or predicting.
 *
 * @example
 * isSilent({ samples: new Float32Array(16000), sampleRate: 16000 }); // true
 */
export function isSilent(clip: AudioClip): boolean {
  return clip.samples.every((sample) => Math.abs(sample) <= threshold);
}
