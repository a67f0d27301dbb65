export { loadKerasWeights } from './keras/loadKerasWeights.js';
