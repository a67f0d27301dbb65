import { hasTag } from '../bytes/hasTag.js';
import type { EncodedTrack } from './encodedTrack.js';

const signature = Uint8Array.of(0x66, 0x4c, 0x61, 0x43); // fLaC

/** A track of FLAC as a file of its own. */
export function nativeFlac({ setup, packets }: EncodedTrack): Uint8Array {
  const metadata = metadataOf(setup);
  const file = new Uint8Array(signature.length + metadata.length + packets.nBytes);
  file.set(signature);
  file.set(metadata, signature.length);
  file.set(packets.joined(), signature.length + metadata.length);
  return file;
}

const streamInfoSize = 34;

/** The blocks of metadata: behind the signature, behind the head of a box, or only the content of the first block. */
function metadataOf(setup: Uint8Array): Uint8Array {
  if (hasTag(setup, 0, 'fLaC')) return setup.subarray(4);
  if (hasTag(setup, 4, 'dfLa')) return setup.subarray(12);
  return setup.length === streamInfoSize ? Uint8Array.of(0x80, 0, 0, streamInfoSize, ...setup) : setup;
}
