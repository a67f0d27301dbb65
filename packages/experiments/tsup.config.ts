import { library } from '../../tsup.base';

/** The library, and the programs of its worker threads and processes. */
export default {
  ...library({
    index: 'src/index.ts',
    steps: 'src/steps.ts',
    executor: 'src/executor.ts',
    workThread: 'src/features/workThread.ts',
    jobProgram: 'src/worker/jobProgram.ts',
    trialWorker: 'src/tune/worker/trialWorker.ts',
  }),
  // The programs are found by the path of the module that starts them, for which CommonJS has no `import.meta`.
  shims: true,
};
