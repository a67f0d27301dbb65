import { listEngines } from '../src/engine/listEngines.js';

/** Every engine that works here, for the exhaustive test run. */
export const allEngines = (await listEngines()).filter(({ available }) => available).map(({ name }) => name);
