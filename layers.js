/**
 * Which of our packages each one may import: data flows one way, so a lower package never imports a higher
 * one. The lint rule and the package checks both read this table.
 */
export const layers = {
  'packages/audio-io': [],
  'packages/dsp': ['@ser/audio-io'],
  'packages/metrics': [],
  'packages/onnx': [],
  'packages/models': ['@ser/onnx'],
  'packages/datasets': ['@ser/audio-io'],
  'packages/pretrained': [],
  'packages/recognizer': ['@ser/audio-io', '@ser/dsp', '@ser/models', '@ser/pretrained'],
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
    '@ser/pretrained',
    '@ser/recognizer',
  ],
  'tools/bench': [
    '@ser/audio-io',
    '@ser/datasets',
    '@ser/dsp',
    '@ser/experiments',
    '@ser/metrics',
    '@ser/models',
    '@ser/onnx',
    '@ser/recognizer',
  ],
  'tools/pretrained': [
    '@ser/datasets',
    '@ser/experiments',
    '@ser/models',
    '@ser/pretrained',
    '@ser/recognizer',
  ],
  'tools/release-checks': ['@ser/datasets', '@ser/dsp', '@ser/models', '@ser/recognizer'],
};

/** Where TensorFlow.js may be known: in models, and in the tests of onnx, which translate its models. */
export const tensorflowRooms = ['packages/models', 'packages/onnx/test', 'tools/bench'];
