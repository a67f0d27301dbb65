// Upper bounds, so that a mistyped size is rejected instead of filling the memory.

/** Lengths of a frame and of its Fourier transform, in samples: four seconds at 16 kHz. */
export const maxFrameLength = 65536;

/** Bounds of the length of a Fourier transform, in samples. */
export const fftBounds = { min: 2, max: maxFrameLength, fix: 'Choose a smaller window.' } as const;

/** Bounds of the length of a frame, in samples. */
export const frameBounds = { min: 1, max: maxFrameLength, fix: 'Choose a smaller window.' } as const;

/** Bounds of the step from one frame to the next, in samples: a minute at 48 kHz and more. */
export const hopBounds = { min: 1, max: 2 ** 22 } as const;

/** Columns of one feature, such as mel bands or pitch classes. */
export const maxColumns = 4096;

/** Frames that a slope or a context window covers. */
export const maxWindowFrames = 9999;
