/** Why an interval is unreliable. */
export type UnreliableReason =
  'undefined' | 'no-spread' | 'too-few-groups' | 'few-groups' | 'undefined-resamples';

/** A sentence for each reason, to show with the interval; groups are called speakers. */
export const unreliableReasons: Readonly<Record<UnreliableReason, string>> = {
  undefined: 'The metric is not defined for these items, so it has no interval.',
  'no-spread': 'All resamples have the same value, so the interval does not show how much speakers differ.',
  'too-few-groups':
    'Fewer than 5 speakers: the interval is very wide, and correct only if speakers differ about normally.',
  'few-groups':
    'Fewer than 10 speakers: a single unusual speaker can change the width a lot; take the interval as a rough estimate.',
  'undefined-resamples': 'The metric is not defined for some resamples, which were left out.',
};

/** Whether an interval can be reported without a caveat. */
export type Reliability =
  { readonly reliable: true } | { readonly reliable: false; readonly reason: UnreliableReason };

/** Whether an interval is reliable, with the most severe reason if it is not. */
export function reliabilityOf(value: number, values: Float64Array, nGroups: number): Reliability {
  const reasons: Record<UnreliableReason, boolean> = {
    undefined: Number.isNaN(value),
    'no-spread': spreadOf(values) <= rounding,
    'too-few-groups': nGroups < 5,
    'few-groups': nGroups < 10,
    'undefined-resamples': values.some(Number.isNaN),
  };
  const reason = (Object.keys(reasons) as UnreliableReason[]).find((one) => reasons[one]);
  return reason === undefined ? { reliable: true } : { reliable: false, reason };
}

/** Differences up to this come from the order of sums. */
const rounding = 1e-12;

function spreadOf(values: Float64Array): number {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return greatest - least;
}
