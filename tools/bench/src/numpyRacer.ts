import { fileURLToPath } from 'node:url';
import { peerRacer } from './peerRacer.js';

/** The other side of the recipe `functionals`: `tools/peers/functionals.py` on the split of our run. */
export const numpyRacer = peerRacer(
  fileURLToPath(new URL('../../peers/functionals.py', import.meta.url)),
  ({ numpy, scipy }) => `numpy ${numpy}, scipy ${scipy}`,
);
