/**
 * Which of our packages each one may import. Data flows one way, so a lower package never imports a higher one. The
 * lint rules and the package checks read this table.
 */
export const layers = {
  'packages/core': [],
  'packages/dsp': ['@ser/core'],
  'packages/audio-io': ['@ser/core', '@ser/dsp'],
  'packages/metrics': ['@ser/core'],
  'packages/charts': ['@ser/core', '@ser/metrics'],
  'packages/classifiers': ['@ser/core'],
  'packages/onnx': ['@ser/core'],
  'packages/models': ['@ser/core', '@ser/onnx', '@ser/classifiers'],
  'packages/datasets': ['@ser/core', '@ser/dsp', '@ser/audio-io'],
  'packages/synthetic': ['@ser/core', '@ser/dsp', '@ser/audio-io', '@ser/datasets'],
  'packages/encoder': ['@ser/core', '@ser/dsp', '@ser/onnx'],
  'packages/pretrained': ['@ser/core'],
  'packages/recognizer': [
    '@ser/core',
    '@ser/dsp',
    '@ser/audio-io',
    '@ser/classifiers',
    '@ser/models',
    '@ser/encoder',
    '@ser/pretrained',
  ],
  'packages/server': ['@ser/core', '@ser/audio-io', '@ser/recognizer'],
  'packages/experiments': [
    '@ser/core',
    '@ser/dsp',
    '@ser/audio-io',
    '@ser/metrics',
    '@ser/charts',
    '@ser/classifiers',
    '@ser/models',
    '@ser/datasets',
    '@ser/encoder',
    '@ser/recognizer',
  ],
  'packages/bullmq': ['@ser/core', '@ser/experiments'],
};

const allPackages = Object.keys(layers).map((folder) => `@ser/${folder.slice('packages/'.length)}`);

/** Apps and tools import any package, and nothing imports them. */
Object.assign(
  layers,
  Object.fromEntries(
    [
      'apps/cli',
      'apps/examples',
      'apps/live',
      'tools/bench',
      'tools/docs',
      'tools/encoder',
      'tools/fuzz',
      'tools/pretrained',
      'tools/release-checks',
    ].map((folder) => [folder, allPackages]),
  ),
);

/** Packages that only a few models need: the recognizer imports them when such a model is loaded, never at the start. */
export const lazyImports = { 'packages/recognizer': ['@ser/models', '@ser/encoder', '@ser/pretrained'] };

/** Packages that only the tests of a package import, for generated voices. */
export const testImports = {
  'packages/experiments': ['@ser/synthetic'],
  'packages/bullmq': ['@ser/models', '@ser/synthetic'],
  'packages/server': ['@ser/classifiers', '@ser/dsp'],
};

/** Where TensorFlow.js may be imported: in models, and in the tests of onnx, which translate its models. */
export const tensorflowFolders = ['packages/models', 'packages/onnx/test', 'apps/examples', 'tools/bench'];

/**
 * The folders of `experiments`, lowest first. A file imports files of its own folder, of the folders below it, and of
 * the package's root.
 */
export const experimentsFolders = [
  ['progress', 'files', 'plugins'],
  ['executor'],
  ['recipe'],
  ['data'],
  ['features'],
  ['training'],
  ['measures'],
  ['report'],
  ['run', 'evaluate', 'compare'],
  ['tune'],
  ['worker'],
];
