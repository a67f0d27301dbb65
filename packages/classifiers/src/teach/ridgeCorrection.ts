import { addTo } from '../matrix/vectors.js';
import { inverse } from '../solve/inverse.js';

export interface TaughtEquations {
  /** Similarity of each example to each other one. */
  readonly kernel: readonly Float64Array[];
  /** What the scores of each example lack, one row of `nClasses` per example. */
  readonly residuals: readonly Float64Array[];
  readonly scores: readonly Float64Array[];
  readonly labels: readonly number[];
  readonly strength: number;
  readonly margin: number;
}

/**
 * Ridge regression of the residuals in dual form, `α = (K + λ · W⁻¹)⁻¹ · R`. The trust `W` in each example comes from a
 * first solution with `W = 1`: an example whose label disagrees with what the others teach, such as a wrong label, counts
 * little. Its score without itself needs no second solution, `r - α / (K + λ)⁻¹ᵢᵢ`.
 *
 * @returns coefficients, one row of `nClasses` per example
 * @see for the score of an example without itself: Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, section 5.4.2
 */
export function ridgeCorrection(equations: TaughtEquations): readonly Float64Array[] {
  const { kernel, residuals, scores, labels, strength, margin } = equations;
  const inverted = inverse(shifted(kernel, () => strength));
  const first = product(inverted, residuals);
  const trust = labels.map((label, i) => {
    const without = scores[i]!.map(
      (score, c) => score + residuals[i]![c]! - first[i]![c]! / inverted[i]![i]!,
    );
    return trustIn(lead(without, label) / margin);
  });
  return product(inverse(shifted(kernel, (i) => strength / trust[i]!)), residuals);
}

/**
 * The trust in an example, from 0.01 to 1, by the lead of its label as a share of the margin: 0.88 at 0, one half at -0.5,
 * 0.12 at -1.
 */
function trustIn(share: number): number {
  return Math.max(0.01, 1 / (1 + Math.exp(-4 * (share + 0.5))));
}

/** Score of the label minus the highest of the others. */
function lead(scores: Float64Array, label: number): number {
  return scores[label]! - Math.max(...scores.filter((_, c) => c !== label));
}

function shifted(kernel: readonly Float64Array[], shift: (i: number) => number): readonly Float64Array[] {
  return kernel.map((row, i) => row.map((value, j) => (i === j ? value + shift(i) : value)));
}

function product(matrix: readonly Float64Array[], rows: readonly Float64Array[]): readonly Float64Array[] {
  return matrix.map((weights) => {
    const sum = new Float64Array(rows[0]!.length);
    rows.forEach((row, j) => addTo(sum, row, weights[j]!));
    return sum;
  });
}
