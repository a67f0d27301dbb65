/**
 * Loads weights that Keras saved into a TensorFlow.js model. Needs the packages `h5wasm` and, for `.keras` files,
 * `fflate`.
 *
 * @packageDocumentation
 */
export { loadKerasWeights } from './keras/loadKerasWeights.js';
