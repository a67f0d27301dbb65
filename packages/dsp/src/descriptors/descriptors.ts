import type { AudioClip } from '../audio/audioClip.js';
import { requireSampleRate } from '../audio/checkClip.js';
import type { FrontEnd } from './frontEnd.js';
import { VoiceFramesPlan, type VoiceFramesOptions } from './descriptorsPlan.js';
import { voiceSampleRate } from './framing.js';

/** What each frame of 10 ms of a voice sounds like. */
export interface VoiceFrames {
  readonly frontEnd: FrontEnd;
  readonly nFrames: number;
  /** One name a contour, such as 'mfcc3' or 'centroid'. */
  readonly names: readonly string[];
  /** One contour after the other, of shape `[names.length, nFrames]`. */
  readonly data: Float64Array;
  /** Pitch, in semitones above 55 Hz, 0 in unvoiced frames, of shape `[nFrames]`. */
  readonly f0: Float64Array;
  /** 1 in voiced frames, else 0, of shape `[nFrames]`. */
  readonly voiced: Uint8Array;
  /** 1 in frames loud enough to be speech, else 0, of shape `[nFrames]`. */
  readonly active: Uint8Array;
}

/**
 * Log-mel levels, MFCC, spectral shape, contrast, chroma, energy, harmonics-to-noise ratio and pitch of a voice, every
 * 10 ms: what `voiceFunctionals` describes a clip by.
 *
 * @throws {SerError} `invalid-option`, `sample-rate-mismatch` for a clip that does not have 16 kHz, `clip-too-short`,
 * `invalid-sample`
 *
 * @example
 * const { names, data, nFrames } = voiceFrames(clip);
 * const level = data.subarray(names.indexOf('level') * nFrames).subarray(0, nFrames); // dB
 */
export function voiceFrames(clip: AudioClip, options: VoiceFramesOptions = {}): VoiceFrames {
  requireSampleRate(clip, voiceSampleRate);
  return new VoiceFramesPlan(options).transform(clip.samples);
}
