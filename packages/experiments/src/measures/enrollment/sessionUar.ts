import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { EnrollmentPoint } from './enrollmentMetrics.js';
import { uarOfTallies, type SpeakerTally } from './speakerTally.js';

/** The speakers of a corpus, in a fixed order. */
export interface CorpusTally {
  readonly corpus: string;
  readonly speakers: readonly SpeakerTally[];
}

const nResamples = 1000;
/** The share of resamples outside the interval on each side. */
const tail = 0.025;

/**
 * UAR of each corpus and their mean, with percentile intervals. The speakers of each corpus are resampled with
 * replacement; the corpora stay the same.
 */
export function sessionUar(corpora: readonly CorpusTally[], seed: number): Omit<EnrollmentPoint, 'clips'> {
  const generator = xoroshiro128plus(seed);
  const resampled = corpora.map(({ speakers }) => {
    const draw = () => speakers[uniformInt(generator, 0, speakers.length - 1)]!;
    return Float64Array.from({ length: nResamples }, () => uarOfTallies(speakers.map(draw)));
  });
  const each = corpora.map(({ corpus, speakers }, i) => ({
    corpus,
    chance: 1 / speakers[0]!.support.length,
    uar: uarOfTallies(speakers),
    interval: speakers.length < 2 ? null : middleOf(resampled[i]!),
  }));
  const means = Float64Array.from({ length: nResamples }, (_, draw) =>
    meanOf(resampled.map((figures) => figures[draw]!)),
  );
  return {
    uar: meanOf(each.map(({ uar }) => uar)),
    interval: each.some(({ interval }) => interval === null) ? null : middleOf(means),
    corpora: each,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Linear quantiles, numpy's default. */
function middleOf(figures: Float64Array) {
  const sorted = Float64Array.from(figures).sort();
  const at = (share: number) => {
    const position = share * (sorted.length - 1);
    const below = sorted[Math.floor(position)]!;
    return below + (sorted[Math.ceil(position)]! - below) * (position % 1);
  };
  return { low: at(tail), high: at(1 - tail) };
}
