/** A tree of thresholds: a leaf with a class, or a question with two branches. */
export type Tree =
  | { readonly label: number }
  | { readonly column: number; readonly threshold: number; readonly low: Tree; readonly high: Tree };

export interface GrowOptions {
  readonly nClasses: number;
  /** Questions from the root to a leaf, at most. */
  readonly depth: number;
  /** Rows in a leaf, at least. */
  readonly minLeaf: number;
}

/**
 * Grows a classification tree (CART) that asks, at each step, for the threshold with the lowest Gini impurity.
 *
 * @param rows values of each column, by row
 * @see Breiman et al., Classification and Regression Trees, 1984
 */
export function growTree(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  options: GrowOptions,
): Tree {
  const { nClasses, depth, minLeaf } = options;
  const counts = countsOf(labels, nClasses);
  const leaf = { label: counts.indexOf(Math.max(...counts)) };
  if (depth === 0 || rows.length < 2 * minLeaf || counts.filter((count) => count > 0).length < 2) return leaf;
  const best = bestQuestion(rows, labels, counts, minLeaf);
  if (best === undefined) return leaf;
  const { column, threshold } = best;
  const side = (isHigh: boolean): Tree => {
    const chosen = rows.flatMap((row, i) => (row[column]! > threshold === isHigh ? i : []));
    const pick = <T>(items: readonly T[]) => chosen.map((i) => items[i]!);
    return growTree(pick(rows), pick(labels), { ...options, depth: depth - 1 });
  };
  return { column, threshold, low: side(false), high: side(true) };
}

/** The class of a row. */
export function classify(tree: Tree, row: readonly number[]): number {
  let node = tree;
  while (!('label' in node)) node = row[node.column]! > node.threshold ? node.high : node.low;
  return node.label;
}

interface Question {
  readonly column: number;
  readonly threshold: number;
}

function bestQuestion(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  counts: readonly number[],
  minLeaf: number,
): Question | undefined {
  const n = rows.length;
  let best: Question | undefined;
  let highest = counts.reduce((sum, count) => sum + count * count, 0) / n + 1e-9;
  for (let column = 0; column < rows[0]!.length; column++) {
    const order = rows.map((_, i) => i).sort((a, b) => rows[a]![column]! - rows[b]![column]!);
    const low = counts.map(() => 0);
    const high = [...counts];
    for (let i = 0; i < n - 1; i++) {
      const label = labels[order[i]!]!;
      low[label]!++;
      high[label]!--;
      const [value, next] = [rows[order[i]!]![column]!, rows[order[i + 1]!]![column]!];
      if (value === next || i + 1 < minLeaf || n - i - 1 < minLeaf) continue;
      const purity = sumOfSquares(low) / (i + 1) + sumOfSquares(high) / (n - i - 1);
      if (purity <= highest) continue;
      highest = purity;
      best = { column, threshold: (value + next) / 2 };
    }
  }
  return best;
}

function sumOfSquares(counts: readonly number[]): number {
  let sum = 0;
  for (const count of counts) sum += count * count;
  return sum;
}

function countsOf(labels: readonly number[], nClasses: number): number[] {
  const counts = Array<number>(nClasses).fill(0);
  for (const label of labels) counts[label]!++;
  return counts;
}
