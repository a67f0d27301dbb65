import type { DoubtfulClip } from './doubtfulClips.js';
import type { TaughtEstimate } from './taughtEstimate.js';
import type { Teacher } from './teacher.js';

/** What a session was taught. */
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
   * or room. It is wrong for about one in thirty speakers, and misses about a third of the changes.
   */
  readonly otherVoice: boolean;
}

/** @param offset of the speaker's scores */
export function summaryOf(teacher: Teacher, offset: readonly number[]): Omit<Taught, 'otherVoice'> {
  const clips: Record<string, number> = {};
  for (const { label } of teacher.clips) clips[label] = (clips[label] ?? 0) + 1;
  return { clips, ids: teacher.clips.map(({ id }) => id), ...teacher.review(offset) };
}
