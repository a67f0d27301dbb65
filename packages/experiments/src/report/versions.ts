import manifest from '../../package.json' with { type: 'json' };

/** The versions a figure may depend on, in one line. */
export const versions = `@ser/experiments ${manifest.version}, Node.js ${process.versions.node}, ${process.platform} ${process.arch}`;
