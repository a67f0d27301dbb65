/** Of a gain or of a signal-to-noise ratio, in dB: float32 holds no two sounds further apart. */
export const decibelBounds = { min: -200, max: 200 } as const;

/** Of a tempo: anything that leaves sound. */
export const stretchBounds = { above: 0 } as const;

/** Of a speed: as far as resampling goes. */
export const speedBounds = { min: 1 / 256, max: 256 } as const;

/** Of a pitch shift, in semitones: eight octaves, as far as resampling goes. */
export const semitoneBounds = { min: -96, max: 96 } as const;

/** Of an end of a band, in Hz and dB an octave. */
export const bandEdgeBounds = { cutoff: { above: 0 }, slope: { min: 0, max: 192 } } as const;

/** Of a room, in seconds and dB. */
export const reverberationBounds = { time: { min: 0.01, max: 10 }, level: decibelBounds } as const;

/** Of a noise's colour. */
export const exponentBounds = { min: -4, max: 4 } as const;
