import type { Descriptors } from '../descriptors/descriptors.js';
import { descriptorHopLength, descriptorSampleRate } from '../descriptors/framing.js';
import { deviationOf, meanOf } from './moments.js';
import type { Regions } from './regions.js';
import { runsOf } from './runs.js';

const secondsPerFrame = descriptorHopLength / descriptorSampleRate;

export const rhythmNames = [
  'seconds',
  'activeShare',
  'voicedShare',
  'voicedRunRate',
  'voicedRunMean',
  'voicedRunStd',
  'voicedRunMax',
  'pauseMean',
  'pauseMax',
  'pauseRate',
  'peakRate',
  'logSeconds',
].map((name) => `rhythm.${name}`);

/**
 * The rhythm of speech over its span: duration, shares of active and voiced frames, voiced runs and pauses (rates per
 * second, lengths in frames), and level peaks per second, about one per syllable.
 *
 * @param levels of all frames, in dB
 * @param output filled from `offset` on, in the order of `rhythmNames`
 */
export function rhythm(
  { active, voiced }: Descriptors,
  levels: Float64Array,
  regions: Regions,
  output: Float32Array,
  offset: number,
): void {
  const { first, end } = regions;
  const nFrames = end - first;
  const seconds = nFrames * secondsPerFrame;
  const voicedRuns = lengthsOf((frame) => active[frame] === 1 && voiced[frame] === 1, regions);
  const pauses = lengthsOf((frame) => active[frame] === 0, regions);
  const values = [
    seconds,
    regions.active.length / nFrames,
    regions.voiced.length / nFrames,
    voicedRuns.length / seconds,
    ...(voicedRuns.length > 0
      ? [meanOf(voicedRuns), deviationOf(voicedRuns), Math.max(...voicedRuns)]
      : [0, 0, 0]),
    ...(pauses.length > 0 ? [meanOf(pauses), Math.max(...pauses)] : [0, 0]),
    pauses.length / seconds,
    countPeaks(smoothed(levels.subarray(first, end))) / seconds,
    Math.log(seconds),
  ];
  output.set(values, offset);
}

function lengthsOf(isWanted: (frame: number) => boolean, { first, end }: Regions): Float64Array {
  return Float64Array.from(runsOf(first, end, isWanted).lengths);
}

/** Width of the moving average of the level, in frames. */
const smoothingWidth = 9;

/** Moving average; values beyond the ends count as 0 dB. */
function smoothed(levels: Float64Array): Float64Array {
  const half = (smoothingWidth - 1) / 2;
  return levels.map((_, frame) => {
    let sum = 0;
    const end = Math.min(levels.length, frame + half + 1);
    for (let i = Math.max(0, frame - half); i < end; i++) sum += levels[i]! / smoothingWidth;
    return sum;
  });
}

/** Peaks more than this below the highest level do not count, in dB. */
const peakRange = 25;

function countPeaks(levels: Float64Array): number {
  const least = levels.reduce((most, level) => Math.max(most, level), -Infinity) - peakRange;
  let count = 0;
  for (let i = 1; i < levels.length - 1; i++) {
    const level = levels[i]!;
    if (level > levels[i - 1]! && level >= levels[i + 1]! && level > least) count++;
  }
  return count;
}
