import type { Utterance } from './utterance.js';

/**
 * Gives utterances of equal contents one `recording`, besides those that share one already.
 *
 * @param contentsOf something equal exactly for equal contents; `undefined` where there is nothing to compare
 */
export function joinIdentical(
  utterances: readonly Utterance[],
  contentsOf: (utterance: Utterance) => string | undefined,
): readonly Utterance[] {
  const joinedTo = new Map<string, string>();
  const recordingOf = new Map<string, string>();

  function firstOf(recording: string): string {
    const earlier = joinedTo.get(recording);
    return earlier === undefined ? recording : firstOf(earlier);
  }

  for (const utterance of utterances) {
    const contents = contentsOf(utterance);
    if (contents === undefined) continue;
    const known = recordingOf.get(contents);
    if (known === undefined) recordingOf.set(contents, utterance.recording);
    else if (firstOf(known) !== firstOf(utterance.recording)) {
      joinedTo.set(firstOf(utterance.recording), firstOf(known));
    }
  }
  return utterances.map((utterance) => ({ ...utterance, recording: firstOf(utterance.recording) }));
}
