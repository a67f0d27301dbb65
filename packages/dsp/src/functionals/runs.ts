/** Runs of consecutive frames. */
export interface Runs {
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
}

/** The runs of frames in `[first, end)` for which `isWanted` is true. */
export function runsOf(first: number, end: number, isWanted: (frame: number) => boolean): Runs {
  const starts: number[] = [];
  const lengths: number[] = [];
  let length = 0;
  for (let frame = first; frame <= end; frame++) {
    if (frame < end && isWanted(frame)) {
      length++;
    } else if (length > 0) {
      starts.push(frame - length);
      lengths.push(length);
      length = 0;
    }
  }
  return { starts, lengths };
}
