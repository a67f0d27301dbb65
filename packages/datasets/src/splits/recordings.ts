import type { Utterance } from '../utterance.js';

/** What a split by clip deals out: identical recordings under several names count as one. */
export interface Recording {
  readonly emotion: string;
  readonly corpus: string;
  readonly ids: readonly string[];
}

/** The distinct recordings among utterances, in their order. */
export function recordingsOf(utterances: readonly Utterance[]): readonly Recording[] {
  const recordings = new Map<string, { emotion: string; corpus: string; ids: string[] }>();
  for (const { id, recording, emotion, corpus } of utterances) {
    const known = recordings.get(recording);
    if (known) known.ids.push(id);
    else recordings.set(recording, { emotion, corpus, ids: [id] });
  }
  return [...recordings.values()];
}

/** What each side of a split by clip holds in proportion. */
export function stratumOf({ corpus, emotion }: Recording): string {
  return `${corpus} ${emotion}`;
}

export function idsOf(recordings: readonly Recording[]): readonly string[] {
  return recordings.flatMap(({ ids }) => ids).sort();
}
