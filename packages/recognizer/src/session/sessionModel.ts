import type { AudioClip } from '@ser/dsp';
import type { RecognizedClip } from '../ensemble/clipPredictor.js';
import type { TaughtParts } from '../teach/taughtClip.js';
import type { RecognizerFiles } from '../format/modelFiles.js';
import type { Classification, NoSpeech, SpeechPrediction } from '../prediction.js';
import type { Teacher } from '../teach/teacher.js';
import type { ClassProfile } from '../scores/classProfile.js';

/** The parts of a recognizer that a session uses. */
export interface SessionModel {
  readonly labels: readonly string[];
  readonly sampleRate: number;
  /** Mean scores of the classes; without them, the mean score is subtracted. */
  readonly classProfile?: ClassProfile | undefined;
  /** What was taught so far; the session changes it. */
  readonly teacher: Teacher;
  /** Recognizes a clip of one channel at the model's sample rate. */
  recognize(clip: AudioClip, signal?: AbortSignal): Promise<RecognizedClip>;
  /** The model with what was taught, as files. */
  save(taught: TaughtParts): Promise<RecognizerFiles>;
}

/** The state of a session's calibration to its speaker. */
export interface Calibration {
  /** Clips of this speaker used so far; overlapping windows of a stream count as fractions of a clip. */
  readonly clipsUsed: number;
  /** Whether there were enough clips for a reliable calibration: five. */
  readonly calibrated: boolean;
}

/** A prediction calibrated to the speaker; `raw` is the model's own, without calibration. */
export type SessionPrediction = ((SpeechPrediction & { readonly raw: Classification }) | NoSpeech) &
  Calibration;
