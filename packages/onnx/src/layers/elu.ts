import { activationLayer } from './activationLayer.js';
import { elementwise } from './activations.js';
import { exponentialUnit } from './elementwiseActivations.js';

export const elu = activationLayer('ELU', ({ config }) => elementwise(exponentialUnit(Number(config.alpha))));
