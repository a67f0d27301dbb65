import { corruptContainer } from './containerErrors.js';
import type { EncodedTrack } from './encodedTrack.js';

/**
 * The three headers of Vorbis, which Matroska stores together: a count, the sizes of the first two, and the headers.
 *
 * @see RFC 9559, section 5.1.4; https://www.matroska.org/technical/codec_specs.html, A_VORBIS
 */
export function vorbisHeaders({ format, setup }: EncodedTrack): readonly Uint8Array[] {
  const sizes: number[] = [];
  let at = 1;
  for (let i = 0; i < 2; i++) {
    let size = 0;
    while (setup[at] === 255) size += setup[at++]!;
    size += setup[at++] ?? 0;
    sizes.push(size);
  }
  const last = setup.length - at - sizes[0]! - sizes[1]!;
  if (setup[0] !== 2 || last < 1) throw corruptContainer(format, 'three headers of Vorbis', 'others');
  return [...sizes, last].map((size) => setup.subarray(at, (at += size)));
}
