/** Positions of 20 ms that the bundled encoder takes at once: 30 s. */
export const maxPositions = 1500;
/** Fewest positions that neighboring windows share, 5 s of 30 s: each sees 2.5 s beyond the part it is pooled over. */
const overlap = 1 / 6;

/** Where one run of the encoder begins, and the positions of the clip that it is pooled over. */
export interface Window {
  /** First position of the window. */
  readonly start: number;
  /** Positions from `from` to before `to` are pooled; together the windows pool every position once. */
  readonly from: number;
  readonly to: number;
}

/**
 * Spreads windows evenly over a clip: a single one up to `length` positions, else overlapping ones of `length`.
 *
 * @param length positions of a window; @default 1500, 30 s
 */
export function planWindows(nPositions: number, length = maxPositions): readonly Window[] {
  if (nPositions <= length) return [{ start: 0, from: 0, to: nPositions }];
  const rest = nPositions - length;
  const nSteps = Math.ceil(rest / (length - Math.floor(overlap * length)));
  const starts = Array.from({ length: nSteps + 1 }, (_, i) => Math.round((i * rest) / nSteps));
  /** The middle of what a window shares with the next. */
  const border = (i: number) => Math.floor((starts[i]! + length + starts[i + 1]!) / 2);
  return starts.map((start, i) => ({
    start,
    from: i === 0 ? 0 : border(i - 1),
    to: i === nSteps ? nPositions : border(i),
  }));
}
