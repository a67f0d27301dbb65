import { isSilent, type AudioClip } from '@ser/dsp';
import { detectSpeech } from '@ser/dsp';
import { type AudioQuality, clippedShare } from './audioQuality.js';

/**
 * Why a clip has no answer:
 * - `silence`: no sample is further from 0 than 2^-15, as of a muted microphone;
 * - `too-short`: the clip lasts less than a quarter of a second;
 * - `noise`: less than a fifth of a second stands out of steady noise.
 */
export type NoSpeechReason = 'silence' | 'too-short' | 'noise';

/** Whether somebody speaks, and how well one hears. */
export interface SpeechJudgement {
  /** Absent where somebody speaks. */
  readonly reason?: NoSpeechReason;
  readonly quality: AudioQuality;
}

/** Seconds under which there is nothing to recognise. */
const shortest = { clip: 0.25, speech: 0.2 };

export interface JudgeSpeechOptions {
  /** Whether the clip is known to be speech; then only silence is refused. */
  readonly assumeSpeech: boolean;
}

/** Listens to a clip before the model does. */
export function judgeSpeech(clip: AudioClip, { assumeSpeech }: JudgeSpeechOptions): SpeechJudgement {
  const { snr, level, speechSeconds } = detectSpeech(clip);
  const quality = { snr, level, speechSeconds, clipped: clippedShare(clip.samples) };
  if (isSilent(clip)) return { reason: 'silence', quality };
  const reason = assumeSpeech ? undefined : reasonOf(clip, speechSeconds);
  return { ...(reason !== undefined && { reason }), quality };
}

function reasonOf({ samples, sampleRate }: AudioClip, speechSeconds: number): NoSpeechReason | undefined {
  if (samples.length < shortest.clip * sampleRate) return 'too-short';
  return speechSeconds < shortest.speech ? 'noise' : undefined;
}
