import { activationLayer } from './activationLayer.js';
import { elementwise } from './activations.js';
import { cappedRectifier, rectifier } from './elementwiseActivations.js';

/** ReLU with Keras's optional `max_value`. */
export const relu = activationLayer('ReLU', ({ config }) =>
  elementwise(typeof config.max_value === 'number' ? cappedRectifier(config.max_value) : rectifier),
);
