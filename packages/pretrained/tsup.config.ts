import { library } from '../../tsup.base';

/** In CommonJS there is no `import.meta.url`, from which the files are found; the shim gives it. */
export default { ...library({ index: 'src/index.ts' }), shims: true };
