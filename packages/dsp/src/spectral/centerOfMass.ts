import { tiny } from '../spectrum/tiny.js';

/** Weighted mean of the positions; 0 if all weights are 0. */
export function centerOfMass(weights: Float64Array, positions: Float32Array): number {
  let mass = 0;
  let moment = 0;
  for (let i = 0; i < weights.length; i++) {
    mass += weights[i]!;
    moment += weights[i]! * positions[i]!;
  }
  return mass < tiny ? 0 : moment / mass;
}
