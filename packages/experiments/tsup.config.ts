import { library } from '../../tsup.base';

/** Besides the library, the programs that it runs in threads and in processes of their own. */
export default {
  ...library({
    index: 'src/index.ts',
    workThread: 'src/features/workThread.ts',
    trialWorker: 'src/tune/worker/trialWorker.ts',
  }),
  // These programs are found beside the module that starts them: CommonJS has no `import.meta` for that.
  shims: true,
};
