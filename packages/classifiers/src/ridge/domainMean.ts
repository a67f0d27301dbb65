import type { Setting } from '../classifier/chosenSettings.js';
import { addToRows, type Matrix, rowsOf } from '../matrix/matrix.js';
import type { MatrixProducts } from '../matrix/matrixProducts.js';
import type { LinearDecisionFunction } from '../training/decisionFunction.js';
import type { InnerFold } from '../training/innerFolds.js';
import type { Fitted, Solver } from '../training/solver.js';
import { allRows, type TrainingSet } from '../training/trainingSet.js';

/** Makes a solver whose decision functions are linear. */
export type LinearSolverOf = (set: TrainingSet) => Solver;

/** Rows that one decision function is fitted to, and the weight of each of its scores in the mean. */
interface Part {
  readonly rows: Int32Array;
  /** `[nClasses]` */
  readonly shares: readonly number[];
}

/**
 * The mean of a decision function fitted to all examples, with weight one half, and of those fitted to the examples of
 * one domain each, which share the other half. A corpus with many examples does not outweigh the others, and effects of
 * single corpora average out. A domain without examples of a class does not vote on it; the other domains share its
 * weight.
 *
 * Scores are linear in the weights, so the mean is again one linear decision function.
 */
export class DomainMean implements Solver {
  readonly #set: TrainingSet;
  readonly #domains: readonly string[];
  readonly #solverOf: LinearSolverOf;
  readonly #products: MatrixProducts;
  /** Fits to all examples. */
  readonly #solver: Solver;

  /** @param domains the domain of each example */
  constructor(
    set: TrainingSet,
    domains: readonly string[],
    solverOf: LinearSolverOf,
    products: MatrixProducts,
  ) {
    this.#set = set;
    this.#domains = domains;
    this.#solverOf = solverOf;
    this.#products = products;
    this.#solver = solverOf(set);
  }

  get settings(): readonly Setting[] {
    return this.#solver.settings;
  }

  async heldOutScores(folds: readonly InnerFold[]): Promise<readonly (readonly Matrix[])[]> {
    const partsOfFolds = folds.map(({ train }) => this.#partsOf(train));
    const smaller = partsOfFolds.flatMap((parts, fold) =>
      parts.map(({ rows }): InnerFold => ({ train: rows, heldOut: folds[fold]!.heldOut })),
    );
    const scores = await this.#solver.heldOutScores(smaller);
    return scores.map((ofSetting) => {
      const rest = [...ofSetting];
      return partsOfFolds.map((parts) => meanScores(rest.splice(0, parts.length), parts));
    });
  }

  async fit(setting: Setting): Promise<Fitted> {
    const parts = this.#partsOf(allRows(this.#set));
    const decisions: LinearDecisionFunction[] = [];
    for (const [i, { rows }] of parts.entries()) {
      const solver = i === 0 ? this.#solver : this.#solverOf(subsetOf(this.#set, rows));
      decisions.push((await solver.fit(setting)).decision as LinearDecisionFunction);
    }
    const decision = meanDecision(decisions, parts);
    const scores = await this.#products.multiply(this.#set.x, decision.weights, 'right');
    addToRows(scores, decision.bias);
    return { decision, scores };
  }

  /** One part of all the rows, and one for each domain among them. */
  #partsOf(rows: Int32Array): readonly Part[] {
    const names = new Set(Array.from(rows, (row) => this.#domains[row]!));
    const domains = [...names].map((name) => rows.filter((row) => this.#domains[row] === name));
    const { y, nClasses } = this.#set;
    const classes = Array.from({ length: nClasses }, (_, c) => c);
    const occurring = domains.map((own) => new Set(Array.from(own, (row) => y[row]!)));
    const nWith = classes.map((c) => occurring.filter((ofDomain) => ofDomain.has(c)).length);
    return [
      { rows, shares: nWith.map((n) => (n > 0 ? 1 / 2 : 1)) },
      ...domains.map((own, i) => ({
        rows: own,
        shares: classes.map((c) => (occurring[i]!.has(c) ? 1 / 2 / nWith[c]! : 0)),
      })),
    ];
  }
}

function subsetOf({ x, y, weights, targets, ...rest }: TrainingSet, rows: Int32Array): TrainingSet {
  return {
    ...rest,
    x: rowsOf(x, rows),
    y: rows.map((row) => y[row]!),
    weights: weights && Float64Array.from(rows, (row) => weights[row]!),
    targets: targets && rowsOf(targets, rows),
  };
}

/** @param scores the scores of each part, `[n, nClasses]` */
function meanScores(scores: readonly Matrix[], parts: readonly Part[]): Matrix {
  const { nRows, nColumns } = scores[0]!;
  const data = new Float32Array(nRows * nColumns);
  parts.forEach(({ shares }, part) => {
    const ofPart = scores[part]!.data;
    for (let i = 0; i < data.length; i++) data[i]! += shares[i % nColumns]! * ofPart[i]!;
  });
  return { data, nRows, nColumns };
}

function meanDecision(
  decisions: readonly LinearDecisionFunction[],
  parts: readonly Part[],
): LinearDecisionFunction {
  const { nRows, nColumns } = decisions[0]!.weights;
  const weights = new Float32Array(nRows * nColumns);
  const bias = new Float32Array(nRows);
  decisions.forEach((decision, part) => {
    parts[part]!.shares.forEach((share, c) => {
      bias[c]! += share * decision.bias[c]!;
      for (let i = c * nColumns; i < (c + 1) * nColumns; i++)
        weights[i]! += share * decision.weights.data[i]!;
    });
  });
  return { weights: { data: weights, nRows, nColumns }, bias };
}
