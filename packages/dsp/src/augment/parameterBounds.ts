/** Of a gain or of a signal-to-noise ratio, in dB: float32 holds no two sounds further apart. */
export const decibelBounds = { min: -200, max: 200 } as const;

/** Of a tempo: anything that leaves sound. */
export const stretchBounds = { above: 0 } as const;

/** Of a speed: as far as resampling goes. */
export const speedBounds = { min: 1 / 256, max: 256 } as const;

/** Of a pitch shift, in semitones: eight octaves, as far as resampling goes. */
export const semitoneBounds = { min: -96, max: 96 } as const;
