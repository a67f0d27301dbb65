import { activationLayer } from './activationLayer.js';
import { elementwise } from './activations.js';
import { leakyRectifier } from './elementwiseActivations.js';

export const leakyReLU = activationLayer('LeakyReLU', ({ config }) =>
  elementwise(leakyRectifier(Number(config.alpha))),
);
