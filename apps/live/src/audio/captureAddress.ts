/** The program of the audio thread, which the build writes. */
export const captureAddress = new URL('capture.js', document.baseURI).href;
