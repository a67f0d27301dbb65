export { loadRecognizer } from './node/loadRecognizer.js';
export { saveRecognizer } from './node/saveRecognizer.js';
