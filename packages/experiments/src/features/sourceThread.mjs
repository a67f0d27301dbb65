// Runs `workThread.ts` when we run from the sources: a thread does not take tsx over from its process. The built package
// has no use for it.
import { register } from 'tsx/esm/api';

register();
await import('./workThread.js');
