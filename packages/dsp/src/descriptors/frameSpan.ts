/** A run of neighbouring frames, from `first` to the one before `end`. */
export interface FrameSpan {
  readonly first: number;
  readonly end: number;
}

/** From the first active frame to the last; there is at least one. */
export function spanOfSpeech(active: Uint8Array): FrameSpan {
  return { first: active.indexOf(1), end: active.lastIndexOf(1) + 1 };
}

/** The span and so many frames on either side of it, as far as there are any. */
export function widened({ first, end }: FrameSpan, reach: number, nFrames: number): FrameSpan {
  return { first: Math.max(0, first - reach), end: Math.min(nFrames, end + reach) };
}
