import { median } from './median.js';

/**
 * How long something takes: of the repetitions after the first quarter, which warms up, the median.
 *
 * @param clock what several clocks say, each in milliseconds
 * @returns one duration a clock, in milliseconds
 */
export async function medianTimes(
  work: () => unknown,
  clock: () => readonly number[],
  times = 40,
): Promise<readonly number[]> {
  const taken: number[][] = [];
  for (let i = 0; i < times; i++) {
    const start = clock();
    await work();
    taken.push(clock().map((end, which) => end - start[which]!));
  }
  const warm = taken.slice(times / 4);
  return warm[0]!.map((_, which) => median(warm.map((one) => one[which]!)));
}
