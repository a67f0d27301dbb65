import { listed } from '../words.js';
import type { ReadRun } from './readRun.js';

/** Fewer speakers than this cannot make Wilcoxon's p-value smaller than 0.05, however they differ. */
const FEWEST_SPEAKERS = 6;

/** What a reader must know before believing a difference between the runs. */
export function caveatsOf(runs: readonly ReadRun[], names: readonly string[]): readonly string[] {
  const dependent = names.filter((_, i) => !runs[i]!.metrics.speakerIndependent);
  const speakers = new Set(runs[0]!.clips.map(({ speaker }) => speaker)).size;
  return [
    ...(dependent.length > 0 && dependent.length < runs.length
      ? [
          `${listed(dependent)} had heard the tested voices in training, the others had not: the difference is also ` +
            'what knowing a voice is worth.',
        ]
      : []),
    ...(dependent.length === runs.length
      ? ['All of them had heard the tested voices in training: none of the figures holds for new voices.']
      : []),
    ...(runs.some(({ metrics }) => metrics.synthetic)
      ? ['The voices are synthetic: the figures say nothing about people.']
      : []),
    ...(speakers < FEWEST_SPEAKERS
      ? [
          `With ${speakers} ${speakers === 1 ? 'speaker' : 'speakers'} the test over speakers cannot find a difference, ` +
            `however large: it takes at least ${FEWEST_SPEAKERS}.`,
        ]
      : []),
    ...normalizationCaveats(runs),
  ];
}

/** Figures by statistics of the tested speakers are not figures of a single clip. */
function normalizationCaveats(runs: readonly ReadRun[]): readonly string[] {
  const sentences = new Set(runs.map(({ metrics }) => metrics.normalization?.sentence));
  if (sentences.size < 2) return [];
  return ['Their features were normalised in different ways; the reports of the runs say how.'];
}
