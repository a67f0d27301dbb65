/** The program of the audio thread, as a file: the content security policy allows no `blob:` scripts. */
export const captureAddress = new URL('capture.js', document.baseURI).href;
