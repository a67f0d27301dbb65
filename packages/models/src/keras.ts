/**
 * Loads models that Keras saved, or their weights into a TensorFlow.js model. Needs the packages `h5wasm` and, for `.keras` files,
 * `fflate`.
 *
 * @packageDocumentation
 */
export { loadKerasModel } from './keras/loadKerasModel.js';
export { loadKerasWeights } from './keras/loadKerasWeights.js';
