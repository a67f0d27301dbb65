import { counted, listed } from '../formatText.js';
import type { ReadRun } from './readRun.js';

/** With fewer speakers, the p-value of Wilcoxon's test cannot be below 0.05. */
const minSpeakers = 6;

/** What readers must know before they trust a difference between the runs. */
export function caveatsOf(runs: readonly ReadRun[], names: readonly string[]): readonly string[] {
  const dependent = names.filter((_, i) => !runs[i]!.metrics.speakerIndependent);
  const speakers = new Set(runs[0]!.clips.map(({ speaker }) => speaker)).size;
  return [
    ...(dependent.length > 0 && dependent.length < runs.length
      ? [
          `${listed(dependent)} ${dependent.length > 1 ? 'were' : 'was'} trained on the tested speakers, the others were ` +
            'not: part of the difference is the advantage of knowing the speakers.',
        ]
      : []),
    ...(dependent.length === runs.length
      ? ['All of them were trained on the tested speakers: none of the scores applies to unseen speakers.']
      : []),
    ...(runs.some(({ metrics }) => metrics.synthetic)
      ? ['The voices are synthetic: the scores say nothing about people.']
      : []),
    ...(speakers < minSpeakers
      ? [
          `With ${counted(speakers, 'speaker')}, the test over speakers cannot find a difference, however large; it needs ` +
            `at least ${minSpeakers}.`,
        ]
      : []),
    ...normalizationCaveats(runs),
  ];
}

/** Scores with per-speaker normalization are not scores on single clips. */
function normalizationCaveats(runs: readonly ReadRun[]): readonly string[] {
  const sentences = new Set(runs.map(({ metrics }) => metrics.normalization?.sentence));
  if (sentences.size < 2) return [];
  return ['Their features were normalized in different ways; see the reports of the runs.'];
}
