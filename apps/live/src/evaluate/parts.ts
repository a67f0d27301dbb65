/** What an evaluation loads when it starts. */
export { labeledClips } from './labeledClips.js';
export { reportOf } from './report.js';
export { trainedSpeakers } from './trainedSpeakers.js';
