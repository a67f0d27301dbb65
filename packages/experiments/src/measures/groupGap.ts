import { speakerKey } from '@ser/datasets';
import { confidenceIntervals, type Interval } from '@ser/metrics';
import type { ClipPrediction } from '../training/predict.js';
import { outcomeOfClips } from '../training/score.js';
import type { GroupGap, GroupMeasures } from './runMetrics.js';

/** With more groups than this, the lowest and the highest differ by selection alone. */
const maxGroups = 4;

export interface GroupIntervalOptions {
  readonly nClasses: number;
  /** Seed of the bootstrap. */
  readonly seed: number;
}

/**
 * The interval of the UAR of a group, by resampling its speakers.
 *
 * @returns `undefined` for fewer than two speakers, or if some are unknown
 */
export function groupInterval(
  clips: readonly ClipPrediction[],
  { nClasses, seed }: GroupIntervalOptions,
): Interval | undefined {
  if (clips.some(({ utterance }) => utterance.speaker === undefined)) return undefined;
  const groups = clips.map(({ utterance }) => speakerKey(utterance));
  if (new Set(groups).size < 2) return undefined;
  const outcome = outcomeOfClips(clips, nClasses);
  const { low, high } = confidenceIntervals({ outcome, groups, metrics: ['uar'], seed }).uar;
  return { low, high };
}

/**
 * The difference between the groups with the highest and the lowest UAR. Its interval is computed from the intervals of
 * both groups, which have different speakers (MOVER): `d − √((h − h.low)² + (l.high − l)²)` to
 * `d + √((h.high − h)² + (l − l.low)²)`.
 *
 * @returns `undefined` unless there are two to four groups, each with an interval
 * @see Zou & Donner 2008, Statistics in Medicine 27(10), https://doi.org/10.1002/sim.3095
 */
export function groupGap(groups: readonly GroupMeasures[]): GroupGap | undefined {
  const known = groups.flatMap(({ name, uar, interval }) => (interval ? [{ name, uar, ...interval }] : []));
  if (known.length < 2 || known.length !== groups.length || known.length > maxGroups) return undefined;
  const sorted = [...known].sort((a, b) => b.uar - a.uar);
  const [best, worst] = [sorted[0]!, sorted.at(-1)!];
  const difference = best.uar - worst.uar;
  return {
    highest: best.name,
    lowest: worst.name,
    difference,
    low: difference - Math.hypot(best.uar - best.low, worst.high - worst.uar),
    high: difference + Math.hypot(best.high - best.uar, worst.uar - worst.low),
  };
}
