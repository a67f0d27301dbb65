import { isMpegAudio } from '../mpeg/isMpegAudio.js';
import { hasTag } from '../bytes/hasTag.js';
import { withoutLeadingTags } from '../bytes/audioStart.js';

interface Signature<Name extends string> {
  readonly name: Name;
  readonly matches: (bytes: Uint8Array) => boolean;
}

function signature<Name extends string>(
  name: Name,
  matches: (bytes: Uint8Array) => boolean,
): Signature<Name> {
  return { name, matches };
}

const signatures = [
  signature('WAV', (bytes) => isRiff(bytes) && hasTag(bytes, 8, 'WAVE')),
  signature('FLAC', (bytes) => hasTag(bytes, 0, 'fLaC')),
  signature('AIFF-C', isAiffC),
  signature('AIFF', (bytes) => hasTag(bytes, 0, 'FORM') && hasTag(bytes, 8, 'AIFF')),
  signature('Ogg Opus', (bytes) => isOgg(bytes, 'OpusHead')),
  signature('Ogg Vorbis', (bytes) => isOgg(bytes, '\x01vorbis')),
  signature('Ogg FLAC', (bytes) => isOgg(bytes, '\x7fFLAC')),
  signature('Ogg', (bytes) => hasTag(bytes, 0, 'OggS')),
  signature('M4A or MP4', (bytes) => hasTag(bytes, 4, 'ftyp')),
  signature('WebM or Matroska', (bytes) => hasTag(bytes, 0, '\x1a\x45\xdf\xa3')),
  signature('Windows Media', (bytes) => hasTag(bytes, 0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11')),
  signature('NIST SPHERE', (bytes) => hasTag(bytes, 0, 'NIST_1A')),
  signature('Sun AU', (bytes) => hasTag(bytes, 0, '.snd')),
  signature('Core Audio', (bytes) => hasTag(bytes, 0, 'caff')),
  signature('Wave64', (bytes) => hasTag(bytes, 0, 'riff\x2e\x91\xcf\x11')),
  signature('WavPack', (bytes) => hasTag(bytes, 0, 'wvpk')),
  signature('AMR', (bytes) => hasTag(bytes, 0, '#!AMR')),
  signature('AVI', (bytes) => hasTag(bytes, 0, 'RIFF') && hasTag(bytes, 8, 'AVI ')),
  signature('AAC', isAdts),
  signature('MP3', isMpegAudio),
] as const;

/** The name of a format, as used in messages. */
export type SoundFormat = (typeof signatures)[number]['name'];

/**
 * Detects the format of a file from its content. Tags and zeros before the audio are skipped.
 *
 * @returns `undefined` if the content is not a known audio format
 *
 * @example
 * soundFormat(bytes); // 'WAV'
 */
export function soundFormat(bytes: Uint8Array): SoundFormat | undefined {
  const audio = withoutLeadingTags(bytes);
  return signatures.find(({ matches }) => matches(audio))?.name;
}

/** Whether the bytes begin like a RIFF file. */
export function isRiff(bytes: Uint8Array): boolean {
  return ['RIFF', 'RIFX', 'RF64', 'BW64'].some((tag) => hasTag(bytes, 0, tag));
}

/** Some writers of AIFF-C declare the form type AIFF. The version chunk `FVER`, which only AIFF-C has, shows it. */
function isAiffC(bytes: Uint8Array): boolean {
  return hasTag(bytes, 0, 'FORM') && (hasTag(bytes, 8, 'AIFC') || hasTag(bytes, 8, 'AIFFFVER'));
}

/** The first packet, which names the codec, follows the page header of 28 bytes. */
function isOgg(bytes: Uint8Array, codec: string): boolean {
  return hasTag(bytes, 0, 'OggS') && hasTag(bytes, 28, codec);
}

function isAdts(bytes: Uint8Array): boolean {
  return bytes.length > 1 && bytes[0] === 0xff && (bytes[1]! & 0xf6) === 0xf0;
}
