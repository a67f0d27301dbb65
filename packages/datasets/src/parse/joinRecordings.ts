import type { Utterance } from '../utterance.js';

/**
 * Gives utterances with equal content the same `recording`; utterances that already share one keep sharing it.
 *
 * @param contentOf a string that is equal for equal content; `undefined` if there is nothing to compare
 */
export function joinRecordings(
  utterances: readonly Utterance[],
  contentOf: (utterance: Utterance) => string | undefined,
): readonly Utterance[] {
  const joinedTo = new Map<string, string>();
  const recordingOf = new Map<string, string>();

  function firstOf(recording: string): string {
    const earlier = joinedTo.get(recording);
    return earlier === undefined ? recording : firstOf(earlier);
  }

  for (const utterance of utterances) {
    const content = contentOf(utterance);
    if (content === undefined) continue;
    const known = recordingOf.get(content);
    if (known === undefined) recordingOf.set(content, utterance.recording);
    else if (firstOf(known) !== firstOf(utterance.recording)) {
      joinedTo.set(firstOf(utterance.recording), firstOf(known));
    }
  }
  return utterances.map((utterance) => ({ ...utterance, recording: firstOf(utterance.recording) }));
}
