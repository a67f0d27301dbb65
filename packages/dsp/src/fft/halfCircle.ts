/** Cosine and sine of the angles `2π k / size`. */
export interface HalfCircle {
  /** Of shape `[size / 2]`. */
  readonly cosines: Float64Array;
  /** Of shape `[size / 2]`. */
  readonly sines: Float64Array;
}

/**
 * The angles of a half circle, which join the transforms of the even and the odd samples of a real signal.
 *
 * @param size length of the signal, an even number
 */
export function halfCircle(size: number): HalfCircle {
  const angles = Float64Array.from({ length: size / 2 }, (_, k) => (2 * Math.PI * k) / size);
  return { cosines: angles.map(Math.cos), sines: angles.map(Math.sin) };
}
