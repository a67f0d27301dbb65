import type { Explanation, FeatureShare, RunResult } from '@ser/experiments';
import { percent } from './figures.js';
import { table } from './table.js';

/** Groups and features that are named for each emotion. */
const NAMED = 3;

/** For each emotion, which features carry it; nothing where that was not asked for. */
export function explanationText({ explanation }: Pick<RunResult, 'explanation'>): string {
  if (explanation === undefined) return '';
  const rows = explanation.labels.map((label, index) => [
    label,
    carriers(explanation.groups, index),
    carriers(explanation.functionals, index),
    strongest(explanation, index),
  ]);
  const head = ['emotion', 'features', 'what of them', 'most of all (+ speaks for it, - against)'];
  return `\nwhat the model rests on, as shares of the variance of each score:\n${table([head, ...rows], ['left', 'left', 'left', 'left'])}`;
}

/** `mfcc 31 %, energy 20 %, spectrum 18 %` */
function carriers(families: readonly FeatureShare[], index: number): string {
  return [...families]
    .sort((a, b) => b.shares[index]! - a.shares[index]!)
    .slice(0, NAMED)
    .map(({ name, shares }) => `${name} ${percent(shares[index]!)}`)
    .join(', ');
}

/** `+level.p95.active, -f0.mean.voiced` */
function strongest({ features }: Explanation, index: number): string {
  return [...features]
    .sort((a, b) => Math.abs(b.effects[index]!) - Math.abs(a.effects[index]!))
    .slice(0, NAMED)
    .map(({ name, effects }) => `${effects[index]! < 0 ? '-' : '+'}${name}`)
    .join(', ');
}
