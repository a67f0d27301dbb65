import type { Descriptors } from '../descriptors/descriptors.js';
import { Percentiles } from '../ranks/percentiles.js';
import { Distribution } from './distribution.js';
import type { FunctionalStatistic } from './functionalGroups.js';
import { deviationOf, meanMagnitudeOf, meanOf } from './moments.js';
import { pitchSegments, segmentNames } from './pitchSegments.js';
import { thirdsOf, type Regions } from './regions.js';
import { distributionStatistics, type Statistic } from './statistic.js';
import { thirdNames } from './thirds.js';

/** The pitch of a clip. */
interface Pitch {
  readonly frames: Descriptors;
  readonly regions: Regions;
  /** Pitch of voiced frames, in semitones. */
  readonly f0: Float64Array;
  readonly distribution: Distribution;
}

/** The chosen statistics of the pitch in voiced frames, in semitones. */
export class PitchFunctionals {
  /** 'f0.mean.voiced' … */
  readonly names: readonly string[];
  readonly #statistics: readonly Statistic<Pitch>[];
  readonly #distribution = new Distribution();
  readonly #row: Float64Array;

  /** @param chosen statistics in any order; those that pitch does not have are ignored */
  constructor(chosen: readonly FunctionalStatistic[]) {
    this.#statistics = allStatistics().flatMap(([name, statistic]) =>
      chosen.includes(name) ? [statistic] : [],
    );
    this.names = this.#statistics.flatMap(({ names }) => names.map((name) => `f0.${name}`));
    this.#row = new Float64Array(this.names.length);
  }

  /** @param output filled from `offset` on, one number per name */
  write(frames: Descriptors, regions: Regions, output: Float32Array, offset: number): void {
    const f0 = valuesAt(regions.voiced, frames.f0);
    this.#distribution.load(f0);
    const pitch: Pitch = { frames, regions, f0, distribution: this.#distribution };
    let at = 0;
    for (const statistic of this.#statistics) {
      statistic.write(pitch, this.#row, at);
      at += statistic.names.length;
    }
    output.set(this.#row, offset);
  }
}

function allStatistics(): readonly (readonly [FunctionalStatistic, Statistic<Pitch>])[] {
  return [
    ...(['moments', 'percentiles', 'ranges', 'trend'] as const).map(
      (name) => [name, ofVoiced(name)] as const,
    ),
    ['delta', pitchSteps],
    ['segments', { names: segmentNames, write: ({ frames }, row, at) => pitchSegments(frames, row, at) }],
    ['thirds', pitchThirds],
  ];
}

function ofVoiced(name: keyof typeof distributionStatistics): Statistic<Pitch> {
  const { names, write } = distributionStatistics[name];
  return {
    names: names.map((one) => `${one}.voiced`),
    write: ({ distribution }, row, at) => write(distribution, row, at),
  };
}

/** Steps of at least this many semitones between voiced frames are ignored: they are errors, or span a pause. */
const leastJump = 4;
const stepPercents = [5, 25, 50, 75, 95] as const;

/** Pitch steps between successive voiced frames: mean magnitude, standard deviation, percentiles, and share of rises. */
const pitchSteps: Statistic<Pitch> = {
  names: ['meanMagnitude', 'std', ...stepPercents.map((percent) => `p${percent}`), 'risingShare'].map(
    (name) => `step.${name}.voiced`,
  ),
  write({ f0 }, row, at) {
    const steps = stepsOf(f0);
    row[at] = meanMagnitudeOf(steps);
    row[at + 1] = deviationOf(steps);
    row[at + 2 + stepPercents.length] = steps.filter((step) => step > 0).length / steps.length;
    new Percentiles(stepPercents).transform(steps, row.subarray(at + 2));
  },
};

function valuesAt(frames: Int32Array, values: Float64Array): Float64Array {
  const chosen = new Float64Array(frames.length);
  for (let i = 0; i < frames.length; i++) chosen[i] = values[frames[i]!]!;
  return chosen;
}

/** Three steps of 0 if there are fewer than three steps. */
function stepsOf(f0: Float64Array): Float64Array {
  const steps = new Float64Array(f0.length);
  let count = 0;
  for (let i = 1; i < f0.length; i++) {
    const step = f0[i]! - f0[i - 1]!;
    if (Math.abs(step) < leastJump) steps[count++] = step;
  }
  return count > 2 ? steps.subarray(0, count) : new Float64Array(3);
}

/** Mean pitch of each third of the span of speech minus the mean pitch; 0 for a third without voiced frames. */
const pitchThirds: Statistic<Pitch> = {
  names: thirdNames,
  write({ frames, regions: { voiced, first, end }, f0 }, row, at) {
    const mean = meanOf(f0);
    const edges = thirdsOf(first, end - first);
    for (let third = 0; third < 3; third++) {
      const inside = voiced.filter((frame) => frame >= edges[third]! && frame < edges[third + 1]!);
      const values = valuesAt(inside, frames.f0);
      row[at + third] = values.length === 0 ? 0 : meanOf(values) - mean;
    }
  },
};
