import { version } from '../version.js';

/** The versions that a score may depend on, in one line. */
export const versions = `@ser/experiments ${version}, Node.js ${process.versions.node}, ${process.platform} ${process.arch}`;
