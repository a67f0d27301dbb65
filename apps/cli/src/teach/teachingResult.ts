import { SerError } from '@ser/core';
import type { DoubtfulClip, LearningPoint, TaughtEstimate } from '@ser/recognizer';

/** The answer of `ser teach`, as `--json` gives it. */
export interface TeachingResult extends TeachingOutcome {
  /** Folder of the taught model. */
  readonly out: string;
  /** The model that was taught; null for the default. */
  readonly model: string | null;
  /** Number of clips by label, with those taught earlier. */
  readonly clips: Readonly<Record<string, number>>;
  readonly ids: readonly string[];
  /** Null with fewer than three clips per label. */
  readonly estimate: TaughtEstimate | null;
  readonly learningCurve: readonly LearningPoint[];
  readonly doubtful: readonly DoubtfulClip[];
}

/** What was noticed while the clips were taught. */
export interface TeachingOutcome {
  /** Names of the speakers of the recordings, as far as they are known. */
  readonly speakers: readonly string[];
  /** Clips that could not be taught. */
  readonly rejected: readonly RejectedClip[];
  /** Whether the last recordings probably have another voice than those before. */
  readonly otherVoice: boolean;
}

export interface RejectedClip {
  readonly file: string;
  readonly error: { readonly code: string; readonly message: string };
}

export function nothingTaught({ rejected }: Pick<TeachingOutcome, 'rejected'>): SerError {
  const [first] = rejected;
  const why = first ? ` Rejected: ${rejected.length}, the first because: ${first.error.message}` : '';
  return new SerError<string>('nothing-taught', `No clip was taught, so no model is written.${why}`);
}
