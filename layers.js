/**
 * Which of our packages each one may import: data flows one way, so a lower package never imports a higher
 * one. The lint rule and the package checks both read this table.
 */
export const layers = {
  'packages/audio-io': [],
  'packages/dsp': [],
  'packages/metrics': [],
  'packages/models': [],
  'packages/datasets': ['@ser/audio-io'],
  'packages/recognizer': ['@ser/audio-io', '@ser/dsp', '@ser/models'],
  'packages/experiments': [
    '@ser/audio-io',
    '@ser/datasets',
    '@ser/dsp',
    '@ser/metrics',
    '@ser/models',
    '@ser/recognizer',
  ],
  'apps/cli': [
    '@ser/audio-io',
    '@ser/datasets',
    '@ser/dsp',
    '@ser/experiments',
    '@ser/metrics',
    '@ser/models',
    '@ser/recognizer',
  ],
  'tools/bench': ['@ser/audio-io', '@ser/datasets', '@ser/dsp', '@ser/experiments', '@ser/models'],
  'tools/release-checks': [],
};

/** The one room that may know TensorFlow.js. */
export const tensorflowRoom = 'packages/models';
