import { ChartError } from '../errors.js';

/** Refuses a value outside `[0, 1]`; `undefined` is none. */
export function checkShare(name: string, value: number | undefined): void {
  if (value === undefined || (value >= 0 && value <= 1)) return;
  throw new ChartError('invalid-option', `\`${name}\` must lie in [0, 1], got \`${value}\`.`);
}

/** Refuses a picture of nothing. */
export function checkSome(name: string, things: ArrayLike<unknown>): void {
  if (things.length > 0) return;
  throw new ChartError('no-items', `\`${name}\` must hold at least one entry to draw, got none.`);
}
