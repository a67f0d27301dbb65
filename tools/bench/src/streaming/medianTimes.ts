import { median } from '../median.js';

/**
 * The median duration of the repetitions after the first quarter, which is for warm-up.
 *
 * @param clock reads several clocks, each in milliseconds
 * @returns one duration per clock, in milliseconds
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
  return warm[0]!.map((_, which) => median(warm.map((each) => each[which]!)));
}
