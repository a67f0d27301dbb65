import { describe, expect, it } from 'vitest';
import { kernelMatrix } from '../../src/kernel/kernels.js';

/** Mean products of examples, one per row. */
function gramOf(examples: readonly (readonly number[])[]) {
  const nRows = examples.length;
  const products = examples.flatMap((a) =>
    examples.map((b) => a.reduce((sum, value, i) => sum + value * b[i]!, 0) / a.length),
  );
  return { data: Float32Array.from(products), nRows, nColumns: nRows };
}

describe('the arc-cosine kernel', () => {
  const arcCosine = (examples: readonly (readonly number[])[]) =>
    kernelMatrix(gramOf(examples), { name: 'arcCosine' }).data;

  it('of an example and itself is its mean square plus 1', () => {
    expect(arcCosine([[3, -1]])[0]).toBeCloseTo(6, 6);
    expect(arcCosine([[0, 0]])[0]).toBeCloseTo(1, 6);
  });

  it('at a right angle is the product of the lengths over π, and 0 in opposite directions', () => {
    // With the 1 added, (1, 1) and (1, -1) are at a right angle.
    expect(arcCosine([[1], [-1]])[1]).toBeCloseTo(2 / Math.PI, 6);
    const far = arcCosine([[1e4], [-1e4]])[1]!;
    expect(far / 1e8).toBeCloseTo(0, 6);
  });

  it('is twice the mean product of random rectified linear units', () => {
    const examples = [
      [1.2, -0.4],
      [0.3, 0.9],
    ];
    const n = 50_000;
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const [a, b, c] = normals(i);
      const [first, second] = examples.map(([p, q]) => Math.max(0, (a * p! + b * q!) / Math.SQRT2 + c));
      sum += first! * second!;
    }
    expect(arcCosine(examples)[1]).toBeCloseTo((2 * sum) / n, 2);
  });

  it('is symmetric', () => {
    const { data } = kernelMatrix(
      gramOf([
        [1, 2],
        [0, -1],
        [3, 1],
      ]),
      { name: 'arcCosine' },
    );
    for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) expect(data[i * 3 + j]).toBe(data[j * 3 + i]);
  });
});

describe('the radial basis function kernel', () => {
  it('is 1 for an example and itself, and falls with the mean squared difference', () => {
    const { data } = kernelMatrix(
      gramOf([
        [1, 2],
        [3, 0],
      ]),
      { name: 'rbf', gamma: 0.5 },
    );
    expect(data[0]).toBe(1);
    expect(data[1]).toBeCloseTo(Math.exp(-0.5 * 4), 6);
  });
});

/** Three independent normal draws, by the Box-Muller method, from an additive sequence. */
function normals(i: number): readonly [number, number, number] {
  const uniform = (k: number) =>
    ((i + 0.5) * [0.8566748838, 0.7338918566, 0.628706721, 0.5385972572][k]!) % 1;
  const radius = (k: number) => Math.sqrt(-2 * Math.log(uniform(k)));
  const angle = (k: number) => 2 * Math.PI * uniform(k);
  return [radius(0) * Math.cos(angle(1)), radius(0) * Math.sin(angle(1)), radius(2) * Math.cos(angle(3))];
}
