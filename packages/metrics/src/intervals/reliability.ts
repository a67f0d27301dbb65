/** What is wrong with an interval that should not be taken at its word. */
export type UnreliableReason =
  'undefined' | 'no-spread' | 'too-few-groups' | 'few-groups' | 'undefined-resamples';

/** Each reason in a sentence, to stand beside the interval; groups are called speakers. */
export const unreliableReasons: Readonly<Record<UnreliableReason, string>> = {
  undefined: 'The figure is not defined for these items, so it has no interval.',
  'no-spread': 'All resamples have the same figure, so nothing is known of how speakers differ.',
  'too-few-groups':
    'Fewer than 5 speakers tell next to nothing of how speakers differ: the interval is very wide, and right only if they differ about normally.',
  'few-groups':
    'Fewer than 10 speakers: one unusual speaker among them, or none, decides the width; read it as a rough hint.',
  'undefined-resamples': 'The figure is not defined for some of the resamples, which were left out.',
};

/** Whether an interval may be quoted without a caveat. */
export type Reliability =
  { readonly reliable: true } | { readonly reliable: false; readonly reason: UnreliableReason };

/** The gravest of the reasons there are. */
export function reliabilityOf(value: number, figures: Float64Array, nGroups: number): Reliability {
  const reasons: Record<UnreliableReason, boolean> = {
    undefined: Number.isNaN(value),
    'no-spread': spreadOf(figures) <= ROUNDING,
    'too-few-groups': nGroups < 5,
    'few-groups': nGroups < 10,
    'undefined-resamples': figures.some(Number.isNaN),
  };
  const reason = (Object.keys(reasons) as UnreliableReason[]).find((one) => reasons[one]);
  return reason === undefined ? { reliable: true } : { reliable: false, reason };
}

/** Figures that sums in another order may tell apart. */
const ROUNDING = 1e-12;

function spreadOf(figures: Float64Array): number {
  let [least, greatest] = [Infinity, -Infinity];
  for (const figure of figures) {
    if (figure < least) least = figure;
    if (figure > greatest) greatest = figure;
  }
  return greatest - least;
}
