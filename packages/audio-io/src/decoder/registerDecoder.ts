import type { AudioDecoder } from './audioDecoder.js';

const registered: AudioDecoder[] = [];

/**
 * Adds a decoder to `decodeAnyAudio`, and so to `readAudio` and the recognizer: for a new format, or to replace the
 * decoder of a known one. The decoder registered last is tried first, and all of them before the built-in ones.
 *
 * The registration applies to this process or page; a worker needs its own.
 *
 * @returns a function that removes the decoder
 *
 * @example
 * // in a bundled page: names the package to include in the bundle
 * registerDecoder(mp3Decoder(() => import('mpg123-decoder')));
 */
export function registerDecoder(decoder: AudioDecoder): () => void {
  registered.unshift(decoder);
  return () => {
    const at = registered.indexOf(decoder);
    if (at !== -1) registered.splice(at, 1);
  };
}

/** The registered decoders, the last one first. */
export function registeredDecoders(): readonly AudioDecoder[] {
  return registered;
}
