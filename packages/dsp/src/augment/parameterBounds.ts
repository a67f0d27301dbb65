/** Bounds of gains and signal-to-noise ratios, in dB: float32 cannot represent larger ratios within one clip. */
export const decibelBounds = { min: -200, max: 200 } as const;

/** Bounds of tempo and speed factors: those of the resampler. */
export const speedBounds = { min: 1 / 256, max: 256 } as const;

/** Bounds of pitch shifts, in semitones: eight octaves, as for speed factors. */
export const semitoneBounds = { min: -96, max: 96 } as const;

/** Bounds of the cutoff in Hz and the slope in dB per octave. */
export const bandEdgeBounds = { cutoff: { above: 0 }, slope: { min: 0, max: 192 } } as const;

/** Bounds of the reverberation time in seconds and its level in dB. */
export const reverberationBounds = { time: { min: 0.01, max: 10 }, level: decibelBounds } as const;

/** Bounds of the exponent of colored noise. */
export const exponentBounds = { min: -4, max: 4 } as const;
