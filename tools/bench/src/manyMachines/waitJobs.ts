import { queueExecutor } from '@ser/bullmq';
import { RunJobs, type Store } from '@ser/experiments/executor';

export interface WaitJobsOptions {
  readonly store: Store;
  readonly n: number;
  /** How long each of them waits. */
  readonly milliseconds: number;
  /** Makes the keys different from those of other measurements. */
  readonly name: string;
}

/** Has jobs done that only wait. @returns seconds */
export async function waitJobs(
  address: string,
  { store, n, milliseconds, name }: WaitJobsOptions,
): Promise<number> {
  const executor = await queueExecutor(address, { run: name, store });
  const jobs = await RunJobs.begin(executor, {});
  const start = performance.now();
  await Promise.all(
    Array.from({ length: n }, (_, index) => {
      const ids = [`${name} ${index}`];
      const task = { milliseconds };
      return jobs.result({ kind: 'wait', ids, contents: [], how: task, seed: 0, task });
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  await executor.close();
  return seconds;
}
