import { fileURLToPath } from 'node:url';
import { peerRacer } from './peerRacer.js';

/** The other side of a recipe with a network: `tools/peers/run.py` on the split of our run. */
export const kerasRacer = peerRacer(
  fileURLToPath(new URL('../../peers/run.py', import.meta.url)),
  ({ keras }) => `Keras ${keras}`,
);
