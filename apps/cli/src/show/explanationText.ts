import type { Explanation, FeatureShare, RunResult } from '@ser/experiments';
import { percent } from './figures.js';
import { table } from './table.js';

/** The number of groups and features shown for each emotion. */
const nShown = 3;

/** The features that indicate each emotion; nothing without `--explain`. */
export function explanationText({ explanation }: Pick<RunResult, 'explanation'>): string {
  if (explanation === undefined) return '';
  const rows = explanation.labels.map((label, index) => [
    label,
    largestShares(explanation.groups, index),
    largestShares(explanation.functionals, index),
    strongest(explanation, index),
  ]);
  const head = ['emotion', 'feature groups', 'functionals', 'strongest features (+ for, - against)'];
  return `\nwhat the model uses, as shares of the variance of each score:\n${table([head, ...rows], ['left', 'left', 'left', 'left'])}`;
}

/** `mfcc 31.0%, energy 20.4%, spectrum 18.1%` */
function largestShares(families: readonly FeatureShare[], index: number): string {
  return [...families]
    .sort((a, b) => b.shares[index]! - a.shares[index]!)
    .slice(0, nShown)
    .map(({ name, shares }) => `${name} ${percent(shares[index]!)}`)
    .join(', ');
}

/** `+level.p95.active, -f0.mean.voiced` */
function strongest({ features }: Explanation, index: number): string {
  return [...features]
    .sort((a, b) => Math.abs(b.effects[index]!) - Math.abs(a.effects[index]!))
    .slice(0, nShown)
    .map(({ name, effects }) => `${effects[index]! < 0 ? '-' : '+'}${name}`)
    .join(', ');
}
