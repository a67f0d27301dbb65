import { integerSource } from '@ser/core';
import type { Tally } from './teachAndTest.js';

/** The tally of a speaker over all draws. */
export interface SpeakerTally extends Tally {
  readonly corpus: string;
}

/** UAR of each corpus and their mean, in [0, 1]. */
export interface MeanUar {
  readonly corpora: Readonly<Record<string, number>>;
  readonly mean: number;
  /** 95% percentile interval of the mean; the speakers of each corpus are resampled. */
  readonly low: number;
  readonly high: number;
}

const nResamples = 1000;

/** @param speakers at least one of each corpus */
export function uarOfSpeakers(speakers: readonly SpeakerTally[], seed: number): MeanUar {
  const random = integerSource(seed);
  const names = [...new Set(speakers.map(({ corpus }) => corpus))];
  const groups = names.map((name) => speakers.filter(({ corpus }) => corpus === name));
  const uars = groups.map(pooledUar);
  const resampled = Array.from({ length: nResamples }, () =>
    mean(groups.map((group) => pooledUar(group.map(() => group[random(0, group.length - 1)]!)))),
  ).sort((a, b) => a - b);
  return {
    corpora: Object.fromEntries(names.map((name, i) => [name, uars[i]!])),
    mean: mean(uars),
    low: resampled[Math.round(0.025 * (nResamples - 1))]!,
    high: resampled[Math.round(0.975 * (nResamples - 1))]!,
  };
}

/** Classes that no speaker has are left out. */
function pooledUar(tallies: readonly Tally[]): number {
  const recalls = Array.from(tallies[0]!.support, (_, c) => {
    const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key][c]!, 0);
    return sum('hits') / sum('support');
  });
  return mean(recalls.filter((recall) => !Number.isNaN(recall)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
