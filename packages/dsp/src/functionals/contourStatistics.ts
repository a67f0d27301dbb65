import { Contour } from './contour.js';
import { delta2Statistics, deltaStatistics } from './deltaStatistics.js';
import type { FunctionalStatistic } from './functionalGroups.js';
import type { Regions } from './regions.js';
import { distributionStatistics, type Statistic } from './statistic.js';
import { thirdStatistics } from './thirds.js';
import { unvoicedStatistics, voicedStatistics } from './voicingStatistics.js';

/** The chosen statistics of one contour at a time. */
export class ContourStatistics {
  /** 'mean.active' … */
  readonly names: readonly string[];
  /** The statistics of the contour read last, one number per name. */
  readonly row: Float64Array;
  readonly #statistics: readonly Statistic<Contour>[];
  readonly #offsets: readonly number[];
  readonly #contour: Contour;

  /** @param chosen statistics in any order; those that contours do not have are ignored */
  constructor(chosen: readonly FunctionalStatistic[]) {
    this.#statistics = allStatistics().flatMap(([name, statistic]) =>
      chosen.includes(name) ? [statistic] : [],
    );
    this.names = this.#statistics.flatMap(({ names }) => names);
    this.#offsets = this.#statistics.map((_, i) =>
      this.#statistics.slice(0, i).reduce((sum, { names }) => sum + names.length, 0),
    );
    this.row = new Float64Array(this.names.length);
    this.#contour = new Contour(noRegions);
  }

  /** Prepares for the next clip. */
  begin(regions: Regions): void {
    this.#contour.begin(regions);
  }

  /** Fills `row` with the statistics of a contour, given as one number per frame. */
  read(values: Float64Array): void {
    this.#contour.load(values);
    for (let i = 0; i < this.#statistics.length; i++) {
      this.#statistics[i]!.write(this.#contour, this.row, this.#offsets[i]!);
    }
  }
}

function allStatistics(): readonly (readonly [FunctionalStatistic, Statistic<Contour>])[] {
  return [
    ...(['moments', 'percentiles', 'ranges', 'trend'] as const).map(
      (name) => [name, ofActive(name)] as const,
    ),
    ['delta', deltaStatistics()],
    ['delta2', delta2Statistics],
    ['voiced', voicedStatistics],
    ['unvoiced', unvoicedStatistics],
    ['thirds', thirdStatistics],
  ];
}

function ofActive(name: keyof typeof distributionStatistics): Statistic<Contour> {
  const { names, write } = distributionStatistics[name];
  return {
    names: names.map((one) => `${one}.active`),
    write: ({ active }, row, at) => write(active, row, at),
  };
}

const noFrames = new Int32Array(0);
const noRegions: Regions = {
  active: noFrames,
  voiced: noFrames,
  unvoiced: noFrames,
  thirds: [],
  first: 0,
  end: 0,
};
