/** Consecutive frames from `first` (included) to `end` (excluded). */
export interface FrameSpan {
  readonly first: number;
  readonly end: number;
}

/** The frames from the first active frame to the last; at least one frame is active. */
export function spanOfSpeech(active: Uint8Array): FrameSpan {
  return { first: active.indexOf(1), end: active.lastIndexOf(1) + 1 };
}

/** The span with `reach` more frames on both sides, limited to the clip. */
export function widened({ first, end }: FrameSpan, reach: number, nFrames: number): FrameSpan {
  return { first: Math.max(0, first - reach), end: Math.min(nFrames, end + reach) };
}
