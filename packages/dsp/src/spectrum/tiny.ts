/** The smallest normal float32: smaller sums are treated as 0, as in librosa. */
export const tiny = 2 ** -126;
