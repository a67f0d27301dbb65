/** A fixed value, or the lowest and highest of values that are drawn uniformly, anew for each clip. */
export type Range = number | readonly [low: number, high: number];
