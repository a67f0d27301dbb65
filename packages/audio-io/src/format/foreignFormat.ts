import { hasTag } from './hasTag.js';

interface Signature {
  readonly name: string;
  readonly matches: (bytes: Uint8Array) => boolean;
}

const signatures: readonly Signature[] = [
  { name: 'AIFF-C', matches: isAiffC },
  { name: 'AIFF', matches: (bytes) => hasTag(bytes, 0, 'FORM') && hasTag(bytes, 8, 'AIFF') },
  { name: 'Ogg Opus', matches: (bytes) => isOgg(bytes, 'OpusHead') },
  { name: 'Ogg Vorbis', matches: (bytes) => isOgg(bytes, '\x01vorbis') },
  { name: 'Ogg FLAC', matches: (bytes) => isOgg(bytes, '\x7fFLAC') },
  { name: 'Ogg', matches: (bytes) => hasTag(bytes, 0, 'OggS') },
  { name: 'M4A or MP4', matches: (bytes) => hasTag(bytes, 4, 'ftyp') },
  { name: 'WebM or Matroska', matches: (bytes) => hasTag(bytes, 0, '\x1a\x45\xdf\xa3') },
  { name: 'Windows Media', matches: (bytes) => hasTag(bytes, 0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11') },
  { name: 'NIST SPHERE', matches: (bytes) => hasTag(bytes, 0, 'NIST_1A') },
  { name: 'Sun AU', matches: (bytes) => hasTag(bytes, 0, '.snd') },
  { name: 'Core Audio', matches: (bytes) => hasTag(bytes, 0, 'caff') },
  { name: 'Wave64', matches: (bytes) => hasTag(bytes, 0, 'riff\x2e\x91\xcf\x11') },
  { name: 'WavPack', matches: (bytes) => hasTag(bytes, 0, 'wvpk') },
  { name: 'AMR', matches: (bytes) => hasTag(bytes, 0, '#!AMR') },
  { name: 'AVI', matches: (bytes) => hasTag(bytes, 0, 'RIFF') && hasTag(bytes, 8, 'AVI ') },
  { name: 'AAC', matches: isAdts },
  { name: 'MP3', matches: isMp3 },
];

/** The name of a sound format that is known here but not decoded, or `undefined`. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  return signatures.find(({ matches }) => matches(bytes))?.name;
}

/** Some writers leave the form type at AIFF; the version chunk `FVER` then tells, which only AIFF-C has. */
function isAiffC(bytes: Uint8Array): boolean {
  return hasTag(bytes, 0, 'FORM') && (hasTag(bytes, 8, 'AIFC') || hasTag(bytes, 8, 'AIFFFVER'));
}

/** The first packet, which names the codec, follows a page header of 28 bytes. */
function isOgg(bytes: Uint8Array, codec: string): boolean {
  return hasTag(bytes, 0, 'OggS') && hasTag(bytes, 28, codec);
}

function isAdts(bytes: Uint8Array): boolean {
  return bytes.length > 1 && bytes[0] === 0xff && (bytes[1]! & 0xf6) === 0xf0;
}

/** An ID3v2 tag, or a frame header: 11 sync bits, and version, layer, bit rate and sample rate not reserved. */
function isMp3(bytes: Uint8Array): boolean {
  if (hasTag(bytes, 0, 'ID3')) return true;
  if (bytes.length < 4 || bytes[0] !== 0xff || (bytes[1]! & 0xe0) !== 0xe0) return false;
  const version = (bytes[1]! >> 3) & 3;
  const layer = (bytes[1]! >> 1) & 3;
  const bitRate = bytes[2]! >> 4;
  const sampleRate = (bytes[2]! >> 2) & 3;
  return version !== 1 && layer !== 0 && bitRate !== 15 && sampleRate !== 3;
}
