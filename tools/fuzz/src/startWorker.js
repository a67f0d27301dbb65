import { register } from 'tsx/esm/api';

// worker threads do not inherit the loader of TypeScript
register();
await import('./worker.ts');
