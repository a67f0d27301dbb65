/** The smallest normal float32: sums below it count as nothing, as in librosa. */
export const tiny = 2 ** -126;
