import { writeSizes } from './sizeTable.js';

/* Writes the sizes of installs into README.md; `npm run build` comes first. */
writeSizes();
