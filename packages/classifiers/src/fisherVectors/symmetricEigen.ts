/** Eigenvalues of a symmetric matrix and their vectors, the largest first. */
export interface Eigen {
  /** `[n]` */
  readonly values: Float64Array;
  /** `[n, n]`, the vector of each value in a row, of length 1. */
  readonly vectors: Float64Array;
}

/** Rounds through all pairs; a matrix of 130 rows takes about eight. */
const maxSweeps = 60;
/** What is left beside the diagonal, as a share of the whole, that is taken for rounding. */
const rounding = 1e-28;

/**
 * Eigenvalues and eigenvectors by Jacobi's rotations: each makes one pair of values beside the diagonal zero. For
 * matrices of a few hundred rows.
 *
 * @param matrix symmetric, `[n, n]`
 * @see G. Golub, C. Van Loan, "Matrix Computations", 4th edition, 8.5.5
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = matrix.slice();
  const vectors = Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
  const total = a.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < maxSweeps && besideDiagonal(a, n) > rounding * total; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) annihilate(a, vectors, n, p, q);
  }
  return sorted(a, vectors, n);
}

function besideDiagonal(a: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n * n; i++) if (i % (n + 1) !== 0) sum += a[i]! * a[i]!;
  return sum;
}

/** Turns rows and columns `p` and `q` so far that `a[p, q]` is zero, and the vectors with them. */
function annihilate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const beside = a[p * n + q]!;
  if (beside === 0) return;
  const tau = (a[q * n + q]! - a[p * n + p]!) / (2 * beside);
  const tangent = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = tangent * cosine;
  turn(a, p, q, n, { stride: n, cosine, sine }); // columns
  turn(a, p * n, q * n, n, { stride: 1, cosine, sine }); // rows
  turn(vectors, p * n, q * n, n, { stride: 1, cosine, sine });
}

interface Rotation {
  readonly stride: number;
  readonly cosine: number;
  readonly sine: number;
}

/** Turns two lines of `n` numbers towards each other. */
function turn(a: Float64Array, p: number, q: number, n: number, { stride, cosine, sine }: Rotation): void {
  for (let i = 0; i < n; i++) {
    const x = a[p + i * stride]!;
    const y = a[q + i * stride]!;
    a[p + i * stride] = cosine * x - sine * y;
    a[q + i * stride] = sine * x + cosine * y;
  }
}

function sorted(a: Float64Array, vectors: Float64Array, n: number): Eigen {
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j * n + j]! - a[i * n + i]!);
  const inOrder = new Float64Array(n * n);
  order.forEach((from, to) => inOrder.set(vectors.subarray(from * n, (from + 1) * n), to * n));
  return { values: Float64Array.from(order, (i) => a[i * n + i]!), vectors: inOrder };
}
