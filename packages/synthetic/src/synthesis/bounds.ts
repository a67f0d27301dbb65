/** Seeds: an integer. */
export const seedBounds = { min: 0, max: 0x7fffffff } as const;

/** Sample rates: an integer, in Hz. */
export const sampleRateBounds = { min: 16000, max: 48000 } as const;

/** How much emotions differ from neutral speech: a number. */
export const expressivenessBounds = { min: 0, max: 1.5 } as const;
