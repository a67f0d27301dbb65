export { readAudio, type ReadAudioOptions } from './node/readAudio.js';
export { readAudioInfo } from './node/readAudioInfo.js';
export { writeWav } from './node/writeWav.js';
