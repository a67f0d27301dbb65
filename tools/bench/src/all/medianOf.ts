import { median } from '../median.js';

/** Milliseconds for which a work is repeated. */
const budget = 250;
/** Runs before the measurement, in which code is compiled. */
const warmUps = 10;

/** Median milliseconds of a work, of at least five runs. */
export async function medianOf(work: () => unknown): Promise<number> {
  for (let i = 0; i < warmUps; i++) await work();
  const times: number[] = [];
  const end = performance.now() + budget;
  while (times.length < 5 || performance.now() < end) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return median(times);
}
