import { raterAgreement } from '@ser/metrics';
import type { ClipPrediction } from '../training/predict.js';
import { voteShares } from '../training/trainingLabels.js';
import type { RaterMetrics } from './runMetrics.js';

/**
 * What the votes of the raters say about the test clips: how far raters agree, and the UAR of one rater, a ceiling for
 * what can be recognized.
 *
 * @returns `undefined` if no clip has votes for these labels
 */
export function raterMeasures(
  predictions: readonly ClipPrediction[],
  labels: readonly string[],
): RaterMetrics | undefined {
  const voted = predictions.flatMap(({ utterance: { votes }, actual }) => {
    const shares = voteShares(votes, labels);
    return shares && votes ? [{ shares, actual, counts: labels.map((label) => votes[label] ?? 0) }] : [];
  });
  if (voted.length === 0) return undefined;
  const recalls = labels.flatMap((label, index) => {
    const own = voted.filter(({ actual }) => actual === index);
    const recall = own.reduce((sum, { shares }) => sum + shares[index]! / own.length, 0);
    return own.length === 0 ? [] : [{ label, recall, clips: own.length }];
  });
  const areCounts = voted.every(({ counts }) => counts.every(Number.isInteger));
  const hasTwo = voted.some(({ counts }) => counts.reduce((sum, count) => sum + count, 0) >= 2);
  const agreement = areCounts && hasTwo ? raterAgreement(voted.map(({ counts }) => counts)) : null;
  return {
    clips: voted.length,
    uar: recalls.reduce((sum, { recall }) => sum + recall / recalls.length, 0),
    recalls,
    agreement,
  };
}
