import { type Check, invalid } from '../network/fieldChecks.js';

export const positive: Check = (value, path) => {
  if (typeof value !== 'number' || !(value > 0 && value < Infinity))
    throw invalid(path, 'a number > 0', value);
};

export function integerFrom(least: number): Check {
  return (value, path) => {
    if (Number.isInteger(value) && (value as number) >= least) return;
    throw invalid(path, `an integer >= ${least}`, value);
  };
}
