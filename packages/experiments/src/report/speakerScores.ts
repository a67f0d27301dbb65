import type { GroupBar } from '@ser/charts';
import { uar } from '@ser/metrics';
import type { ClipPrediction } from '../training/predict.js';
import { outcomeOfClips } from '../training/score.js';

/** The standard normal quantile of a two-sided 95% interval. */
const z = 1.959964;

/**
 * The UAR of each speaker, the lowest first, with its 95% interval over clips of the same speaker: Wilson's interval with
 * the effective number of clips of a mean of recalls, `nClasses² / Σ 1 / clips`.
 *
 * @see Wilson 1927, https://doi.org/10.1080/01621459.1927.10502953
 */
export function speakerScores(
  predictions: readonly ClipPrediction[],
  nClasses: number,
): readonly Required<GroupBar>[] {
  const severalCorpora = new Set(predictions.map(({ utterance }) => utterance.corpus)).size > 1;
  const nameOf = ({ utterance: { corpus, speaker = '?' } }: ClipPrediction) =>
    severalCorpora ? `${corpus}/${speaker}` : speaker;
  return [...groupsBy(predictions, nameOf)]
    .map(([name, own]) => {
      const value = uar(outcomeOfClips(own, nClasses));
      return { name, value, ...wilson(value, effectiveClips(own)), nItems: own.length };
    })
    .sort((a, b) => a.value - b.value || (a.name < b.name ? -1 : 1));
}

/** The number of clips of one emotion that would give the same precision as these give for the mean of their recalls. */
function effectiveClips(predictions: readonly ClipPrediction[]): number {
  const counts = [...groupsBy(predictions, ({ actual }) => actual).values()].map(({ length }) => length);
  return counts.length ** 2 / counts.reduce((sum, count) => sum + 1 / count, 0);
}

function wilson(share: number, n: number): { readonly low: number; readonly high: number } {
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

function groupsBy<Key>(
  predictions: readonly ClipPrediction[],
  keyOf: (prediction: ClipPrediction) => Key,
): ReadonlyMap<Key, readonly ClipPrediction[]> {
  const groups = new Map<Key, ClipPrediction[]>();
  for (const prediction of predictions) {
    const key = keyOf(prediction);
    const group = groups.get(key);
    if (group) group.push(prediction);
    else groups.set(key, [prediction]);
  }
  return groups;
}
