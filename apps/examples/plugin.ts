import type { Plugin } from '@ser/experiments';

/** The share of a clip that is louder than `above`, and a network of two layers. Pass this file with `--plugin`. */
const plugin: Plugin = ({ registerFeature, registerNetwork }) => {
  registerFeature({
    name: 'loudShare',
    options: ['above'],
    columns: ['loudShare'],
    extract: ({ samples }, { above = 0.1 }) => [
      samples.filter((sample) => Math.abs(sample) > Number(above)).length / samples.length,
    ],
  });
  registerNetwork({
    name: 'twoLayers',
    options: ['units'],
    build({ tf, inputShape, nClasses, seed, options: { units = 16 } }) {
      const kernelInitializer = tf.initializers.glorotUniform({ seed });
      const model = tf.sequential();
      model.add(tf.layers.flatten({ inputShape: [...inputShape] }));
      model.add(tf.layers.dense({ units: Number(units), activation: 'relu', kernelInitializer }));
      model.add(tf.layers.dense({ units: nClasses, activation: 'softmax', kernelInitializer }));
      return model;
    },
  });
};

export default plugin;
