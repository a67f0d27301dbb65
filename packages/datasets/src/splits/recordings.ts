import type { Utterance } from '../utterance.js';

/** The unit of a split by clip: identical recordings with different names count as one. */
export interface Recording {
  readonly emotion: string;
  readonly corpus: string;
  readonly ids: readonly string[];
}

/** The different recordings of the utterances, in their order. */
export function recordingsOf(utterances: readonly Utterance[]): readonly Recording[] {
  const recordings = new Map<string, { emotion: string; corpus: string; ids: string[] }>();
  for (const { id, recording, emotion, corpus } of utterances) {
    const known = recordings.get(recording);
    if (known) known.ids.push(id);
    else recordings.set(recording, { emotion, corpus, ids: [id] });
  }
  return [...recordings.values()];
}

/** The stratum of a recording: each side of a split by clip contains the strata in proportion. */
export function stratumOf({ corpus, emotion }: Recording): string {
  return `${corpus} ${emotion}`;
}

/** The ids of all utterances of the recordings, sorted. */
export function idsOf(recordings: readonly Recording[]): readonly string[] {
  return recordings.flatMap(({ ids }) => ids).sort();
}
