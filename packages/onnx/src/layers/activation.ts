import { activationLayer } from './activationLayer.js';
import { activationOf } from './activations.js';

export const activation = activationLayer('Activation', ({ config, name }) =>
  activationOf(config.activation, name),
);
