import * as tf from '@tensorflow/tfjs-core';

/**
 * Runs a function that imports backends without the console messages of TensorFlow.js: its production flag is set
 * meanwhile, which mutes warnings about kernels that are registered twice and changes nothing else.
 */
export async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const wasProduction = tf.env().getBool('PROD');
  tf.env().set('PROD', true);
  try {
    return await work();
  } finally {
    tf.env().set('PROD', wasProduction);
  }
}
