import { library } from '../../tsup.base';

/** Without source maps: each would hold the models once more. */
export default { ...library({ index: 'src/index.ts' }), sourcemap: false };
