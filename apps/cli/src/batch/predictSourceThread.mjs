// Runs `predictThread.ts` from the sources: a worker thread does not inherit tsx from its process. The built command does not
// use it.
import { register } from 'tsx/esm/api';

register();
await import('./predictThread.js');
