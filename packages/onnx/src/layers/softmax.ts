import { activationLayer } from './activationLayer.js';
import { softmaxOver } from './activations.js';

/** Softmax over one axis, by default the last. */
export const softmax = activationLayer('Softmax', ({ config }) => softmaxOver(Number(config.axis ?? -1)));
