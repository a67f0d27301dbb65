import type { InnerFold } from '../fit/innerFolds.js';
import type { FittedMachine, LinearMachine, Setting, Solver } from '../fit/solver.js';
import { type TrainingSet, allRows } from '../fit/trainingSet.js';
import { type Matrix, addToRows, rowsOf } from '../matrix/matrix.js';
import type { MatrixProducts } from '../matrix/matrixProducts.js';

/** A kind of classifier whose machines are linear. */
export type LinearSolverOf = (set: TrainingSet) => Solver;

/** Rows that one machine is fitted to, and how much each of its scores counts in the mean. */
interface Part {
  readonly rows: Int32Array;
  /** `[nClasses]` */
  readonly shares: readonly number[];
}

/**
 * The mean of a machine fitted to all examples, which counts for one half, and machines fitted to the examples of each
 * domain alone, which share the other. A corpus with many examples does not outweigh the others, and what is true in one
 * corpus only is averaged away. A domain that lacks a class says nothing of it: the others share its part.
 *
 * Scores are linear in the weights, so that the mean is one machine like any other.
 */
export class DomainMean implements Solver {
  readonly #set: TrainingSet;
  readonly #domains: readonly string[];
  readonly #solverOf: LinearSolverOf;
  readonly #products: MatrixProducts;
  /** Of all examples. */
  readonly #solver: Solver;

  /** @param domains of each example */
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

  async fit(setting: Setting): Promise<FittedMachine> {
    const parts = this.#partsOf(allRows(this.#set));
    const machines: LinearMachine[] = [];
    for (const [i, { rows }] of parts.entries()) {
      const solver = i === 0 ? this.#solver : this.#solverOf(subsetOf(this.#set, rows));
      machines.push((await solver.fit(setting)).machine as LinearMachine);
    }
    const machine = meanMachine(machines, parts);
    const scores = await this.#products.multiply(this.#set.x, machine.weights, 'right');
    addToRows(scores, machine.bias);
    return { machine, scores };
  }

  /** All of some rows, and those of each domain. */
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

function subsetOf({ x, y, ...rest }: TrainingSet, rows: Int32Array): TrainingSet {
  return { ...rest, x: rowsOf(x, rows), y: rows.map((row) => y[row]!) };
}

/** @param scores of each part, `[n, nClasses]` */
function meanScores(scores: readonly Matrix[], parts: readonly Part[]): Matrix {
  const { nRows, nColumns } = scores[0]!;
  const data = new Float32Array(nRows * nColumns);
  parts.forEach(({ shares }, part) => {
    const ofPart = scores[part]!.data;
    for (let i = 0; i < data.length; i++) data[i]! += shares[i % nColumns]! * ofPart[i]!;
  });
  return { data, nRows, nColumns };
}

function meanMachine(machines: readonly LinearMachine[], parts: readonly Part[]): LinearMachine {
  const { nRows, nColumns } = machines[0]!.weights;
  const weights = new Float32Array(nRows * nColumns);
  const bias = new Float32Array(nRows);
  machines.forEach((machine, part) => {
    parts[part]!.shares.forEach((share, c) => {
      bias[c]! += share * machine.bias[c]!;
      for (let i = c * nColumns; i < (c + 1) * nColumns; i++) weights[i]! += share * machine.weights.data[i]!;
    });
  });
  return { weights: { data: weights, nRows, nColumns }, bias };
}
