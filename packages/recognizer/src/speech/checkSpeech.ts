import { detectSpeech, isSilent, type AudioClip } from '@ser/dsp';
import type { MixedClip } from '../audio/channelMixer.js';
import { type AudioQuality, clippedShare } from './audioQuality.js';

/**
 * Why there is no prediction for a clip:
 * - `silence`: no sample is further from 0 than 2^-15, as with a muted microphone;
 * - `too-short`: the clip is shorter than 0.25 s;
 * - `noise`: less than 0.2 s is louder than the steady noise.
 */
export type NoSpeechReason = 'silence' | 'too-short' | 'noise';

/** Whether a clip contains speech, and the quality of the recording. */
export interface SpeechCheck {
  /** Why there is no prediction; absent if there is speech. */
  readonly reason?: NoSpeechReason;
  readonly quality: AudioQuality;
}

/** Shortest clip and shortest speech to classify, in seconds. */
const shortest = { clip: 0.25, speech: 0.2 };

export interface CheckSpeechOptions {
  /** Whether the clip is known to be speech; then only silence is rejected. */
  readonly assumeSpeech: boolean;
}

/** Checks a clip before it goes to the classifiers. */
export function checkSpeech(clip: MixedClip, { assumeSpeech }: CheckSpeechOptions): SpeechCheck {
  const { snr, level, speechSeconds } = detectSpeech(clip);
  const quality = { snr, level, speechSeconds, clipped: clippedShare(clip.samples), ...channelsOf(clip) };
  if (isSilent(clip)) return { reason: 'silence', quality };
  const reason = assumeSpeech ? undefined : reasonOf(clip, speechSeconds);
  return { ...(reason !== undefined && { reason }), quality };
}

function channelsOf({ channelsCancel }: MixedClip): Pick<AudioQuality, 'channelsCancel'> {
  return channelsCancel ? { channelsCancel } : {};
}

function reasonOf({ samples, sampleRate }: AudioClip, speechSeconds: number): NoSpeechReason | undefined {
  if (samples.length < shortest.clip * sampleRate) return 'too-short';
  return speechSeconds < shortest.speech ? 'noise' : undefined;
}
