import type { TrainingOptions } from '@ser/models';
import type { Utterance, Votes } from '@ser/datasets';

/**
 * The weights of clips, and their votes as soft labels; each only if some clip has them.
 *
 * @param labels in the model's order
 */
export function trainingLabels(
  clips: readonly Utterance[],
  labels: readonly string[],
): Pick<TrainingOptions, 'weights' | 'softLabels'> {
  const hasWeights = clips.some(({ weight }) => weight !== undefined);
  const hasVotes = clips.some(({ votes }) => votes !== undefined);
  return {
    ...(hasWeights && { weights: Float64Array.from(clips, ({ weight = 1 }) => weight) }),
    ...(hasVotes && { softLabels: softLabelsOf(clips, labels) }),
  };
}

/**
 * The share of each label in the votes for these labels; `undefined` without such votes.
 */
export function voteShares(
  votes: Votes | undefined,
  labels: readonly string[],
): readonly number[] | undefined {
  if (votes === undefined) return undefined;
  const counts = labels.map((label) => votes[label] ?? 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total > 0 ? counts.map((count) => count / total) : undefined;
}

/** A clip without votes has its label. */
function softLabelsOf(clips: readonly Utterance[], labels: readonly string[]): Float32Array {
  const soft = new Float32Array(clips.length * labels.length);
  clips.forEach(({ votes, emotion }, row) => {
    const shares = voteShares(votes, labels) ?? labels.map((label) => Number(label === emotion));
    soft.set(shares, row * labels.length);
  });
  return soft;
}
