import type { Probabilities } from '@ser/recognizer';
import type { LiveEvent } from '../worker/protocol.js';

/** An utterance in the list of a speaker. */
export interface Utterance {
  /** Unique in the session. */
  readonly id: string;
  /** In seconds from the beginning of the recording. */
  readonly start: number;
  readonly end: number;
  /** What was recognized. */
  readonly label: string;
  readonly speech: boolean;
  readonly probabilities: Probabilities;
  /** Whether enough clips of the speaker came before. */
  readonly calibrated: boolean;
  /** The label that the user gave. */
  readonly corrected?: string | undefined;
}

/** The probabilities at a time, for the timeline. */
export interface Measurement {
  readonly start: number;
  readonly end: number;
  readonly probabilities: Probabilities;
}

/** The utterance of an event at its end. @param origin of the stream in the recording, in seconds */
export function utteranceOf(
  event: Extract<LiveEvent, { type: 'utterance.end' }>,
  origin: number,
  id: string,
): Utterance {
  const { start, end, label, speech, probabilities, calibrated } = event;
  return { id, start: origin + start, end: origin + end, label, speech, probabilities, calibrated };
}

/** The label to show: the user's, or the recognized one. */
export function shownLabel({ corrected, label }: Utterance): string {
  return corrected ?? label;
}

/** The probability of the recognized label; 1 of one that the user gave. */
export function confidenceOf({ corrected, label, probabilities }: Utterance): number {
  return corrected === undefined ? (probabilities[label] ?? 0) : 1;
}
