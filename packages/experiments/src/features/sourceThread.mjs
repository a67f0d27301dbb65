// Runs `workThread.ts` from the sources: a worker thread does not inherit tsx from its process. The built package does not
// use it.
import { register } from 'tsx/esm/api';

register();
await import('./workThread.js');
