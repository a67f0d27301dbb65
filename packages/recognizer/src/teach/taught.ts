import type { DoubtfulClip } from './doubtfulClips.js';
import type { TaughtEstimate } from './taughtEstimate.js';
import type { Teacher, TeachingReview } from './teacher.js';

/** What a session was taught. Read it again after you teach or forget clips. */
export interface Taught {
  /** Number of clips by label. */
  readonly clips: Readonly<Record<string, number>>;
  /** Those of the clips, sorted. */
  readonly ids: readonly string[];
  /** How well the session recognizes other clips of the speaker; undefined with fewer than three clips per label. */
  readonly estimate: TaughtEstimate | undefined;
  /** Clips whose label the others contradict, perhaps by mistake; none without an estimate. */
  readonly doubtful: readonly DoubtfulClip[];
  /**
   * Whether the last four clips that were predicted probably have another voice than those taught, or another microphone
   * or room. A hint, not a test: in trials with other speakers of four corpora it noticed
   * between a fifth (EmoDB) and three quarters (nEMO) of them, and was wrong for up to one speaker in thirty.
   */
  readonly otherVoice: boolean;
}

/**
 * The estimate and the doubtful clips take up to a second for a hundred clips, so they are computed when they are first
 * read.
 *
 * @param offset of the speaker's scores
 */
export function summaryOf(teacher: Teacher, offset: readonly number[], otherVoice: boolean): Taught {
  const clips: Record<string, number> = {};
  for (const { label } of teacher.clips) clips[label] = (clips[label] ?? 0) + 1;
  let known: TeachingReview | undefined;
  const review = () => (known ??= teacher.review(offset));
  return {
    clips,
    ids: teacher.clips.map(({ id }) => id),
    get estimate() {
      return review().estimate;
    },
    get doubtful() {
      return review().doubtful;
    },
    otherVoice,
  };
}
