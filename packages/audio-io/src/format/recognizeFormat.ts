import { AudioError } from '../errors.js';
import { hasTag } from '../bytes/hasTag.js';
import { isRiff, soundFormat, type SoundFormat } from './soundFormat.js';

/** The formats that this package decodes itself. */
export type OwnFormat = 'wav' | 'flac' | 'oggFlac' | 'aiff';

const ownFormats: Readonly<Partial<Record<SoundFormat, OwnFormat>>> = {
  WAV: 'wav',
  FLAC: 'flac',
  'Ogg FLAC': 'oggFlac',
  AIFF: 'aiff',
  'AIFF-C': 'aiff',
};

const ownNames: Readonly<Record<OwnFormat, string>> = {
  wav: 'WAV',
  flac: 'FLAC',
  oggFlac: 'Ogg FLAC',
  aiff: 'AIFF',
};

/** Formats that `decodeAnyAudio` reads, most of them with an optional package or program. */
const compressedFormats: readonly SoundFormat[] = [
  ...(['MP3', 'Ogg Vorbis', 'Ogg Opus', 'AAC', 'AMR'] as const),
  ...(['M4A or MP4', 'WebM or Matroska', 'Core Audio'] as const),
];

/**
 * Detects the format of a file from its content, never from its name.
 *
 * @throws {SerError} `empty-file`, `git-lfs-pointer`, `truncated-file`, `unsupported-format` (names a known format
 *   that is not decoded here), or `not-audio`
 */
export function recognizeFormat(bytes: Uint8Array): OwnFormat {
  const found = knownFormat(bytes);
  const own = ownFormats[found];
  if (own !== undefined) return own;
  if (!compressedFormats.includes(found)) throw unsupportedFormat(found);
  throw new AudioError(
    'unsupported-format',
    `Expected WAV, FLAC, or AIFF, got ${found}. Use \`decodeAnyAudio\`, which reads it.`,
  );
}

/**
 * Detects the format of a file, whether it is decoded here or not.
 *
 * @throws {SerError} `empty-file`, `git-lfs-pointer`, `truncated-file` (less than a RIFF header), or `not-audio`
 */
export function knownFormat(bytes: Uint8Array): SoundFormat {
  if (bytes.length === 0) {
    throw new AudioError('empty-file', 'Expected audio, got a file of 0 bytes. Download or copy it again.');
  }
  rejectGitLfsPointer(bytes);
  rejectShortRiff(bytes);
  const found = soundFormat(bytes);
  if (found === undefined) throw notAudio(bytes);
  return found;
}

/**
 * Checks the format of the bytes, for a decoder that reads only that one.
 *
 * @throws {SerError} as {@link recognizeFormat}, or `unsupported-format` if it is another format
 */
export function requireFormat(bytes: Uint8Array, wanted: OwnFormat): void {
  const found = recognizeFormat(bytes);
  if (found === wanted) return;
  throw new AudioError(
    'unsupported-format',
    `Expected ${ownNames[wanted]}, got ${ownNames[found]}. Use \`decodeAudio\`, which detects the format.`,
  );
}

/** The error for a format or encoding that is known but not decoded here. */
export function unsupportedFormat(found: string): AudioError {
  return new AudioError(
    'unsupported-format',
    `Expected WAV, FLAC, or AIFF, got ${found}, which is not supported yet. ` +
      'Convert it first: `ffmpeg -i in out.wav`.',
  );
}

function rejectGitLfsPointer(bytes: Uint8Array): void {
  if (!hasTag(bytes, 0, 'version https://git-lfs')) return;
  throw new AudioError(
    'git-lfs-pointer',
    'Expected audio, got a Git LFS pointer: the recording itself was never downloaded. ' +
      'Run `git lfs pull` in its repository.',
  );
}

function rejectShortRiff(bytes: Uint8Array): void {
  if (!isRiff(bytes) || bytes.length >= 12) return;
  throw new AudioError(
    'truncated-file',
    `Expected a RIFF header of 12 bytes, found ${bytes.length}. Download or copy the file again.`,
  );
}

function notAudio(bytes: Uint8Array): AudioError {
  const head = bytes.subarray(0, 32);
  const isText = head.every((byte) => (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d));
  const what = isText
    ? `text beginning with ${JSON.stringify(String.fromCharCode(...head))}`
    : `bytes beginning with ${Array.from(head.subarray(0, 8), hex).join(' ')}`;
  return new AudioError('not-audio', `Expected audio, got ${what}. Check that this is the recording itself.`);
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
