import type { AudioDecoder } from './audioDecoder.js';

const registered: AudioDecoder[] = [];

/**
 * Gives `decodeAnyAudio`, and with it `readAudio` and the recognizer, another format to read, or another way to read
 * one that it knows. The decoder registered last is asked first, and all of them before those in the box.
 *
 * It holds for this process or page: a worker registers its own.
 *
 * @returns takes the decoder away again
 *
 * @example
 * // a bundled page: says which package to put into the bundle
 * registerDecoder(mp3Decoder(() => import('mpg123-decoder')));
 */
export function registerDecoder(decoder: AudioDecoder): () => void {
  registered.unshift(decoder);
  return () => {
    const at = registered.indexOf(decoder);
    if (at !== -1) registered.splice(at, 1);
  };
}

/** The decoders registered, the last one first. */
export function registeredDecoders(): readonly AudioDecoder[] {
  return registered;
}
