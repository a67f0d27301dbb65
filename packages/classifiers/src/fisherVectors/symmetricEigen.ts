/** Eigenvalues of a symmetric matrix and their eigenvectors, largest eigenvalue first. */
export interface Eigen {
  /** `[n]` */
  readonly values: Float64Array;
  /** `[n, n]`, one eigenvector of length 1 per row. */
  readonly vectors: Float64Array;
}

/** Largest number of sweeps over all pairs; a matrix with 130 rows takes about eight. */
const maxSweeps = 60;
/** Sweeps end when the off-diagonal elements are below this fraction of the squared Frobenius norm. */
const negligible = 1e-28;

/**
 * Eigenvalues and eigenvectors by Jacobi rotations, each of which makes one pair of off-diagonal elements zero. Suited to
 * matrices with up to a few hundred rows.
 *
 * @param matrix symmetric, `[n, n]`
 * @see G. Golub, C. Van Loan, "Matrix Computations", 4th edition, 8.5.5
 */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = matrix.slice();
  const vectors = Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
  const total = a.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < maxSweeps && offDiagonal(a, n) > negligible * total; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) annihilate(a, vectors, n, p, q);
  }
  return sorted(a, vectors, n);
}

function offDiagonal(a: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n * n; i++) if (i % (n + 1) !== 0) sum += a[i]! * a[i]!;
  return sum;
}

/** Rotates rows and columns `p` and `q`, and the eigenvectors, so that `a[p, q]` becomes zero. */
function annihilate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const element = a[p * n + q]!;
  if (element === 0) return;
  const tau = (a[q * n + q]! - a[p * n + p]!) / (2 * element);
  const tangent = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = tangent * cosine;
  rotate(a, p, q, n, { stride: n, cosine, sine }); // columns
  rotate(a, p * n, q * n, n, { stride: 1, cosine, sine }); // rows
  rotate(vectors, p * n, q * n, n, { stride: 1, cosine, sine });
}

interface Rotation {
  readonly stride: number;
  readonly cosine: number;
  readonly sine: number;
}

/** Rotates two rows or columns of `n` numbers in their plane. */
function rotate(a: Float64Array, p: number, q: number, n: number, { stride, cosine, sine }: Rotation): void {
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
