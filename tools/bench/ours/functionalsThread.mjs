// Runs `functionalsThread.ts`: a thread does not take tsx over from its process.
import { register } from 'tsx/esm/api';

register();
await import('./functionalsThread.js');
