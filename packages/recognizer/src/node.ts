/**
 * Saves recognizers as folders, in Node.
 *
 * @packageDocumentation
 */
export { saveRecognizer } from './node/saveRecognizer.js';
