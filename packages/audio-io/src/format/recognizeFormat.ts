import { AudioError } from '../errors.js';
import { id3v2Length } from './id3v2Length.js';
import { foreignFormat } from './foreignFormat.js';
import { hasTag } from './hasTag.js';

/** The formats this package decodes. */
export type AudioFormat = 'wav' | 'flac';

/**
 * The format of a file, told by its content and never by its name.
 *
 * @throws {AudioError} `empty-file`, `git-lfs-pointer`, `truncated-file`, `unsupported-format` (a known format
 *   that is not decoded here, named) or `not-audio`
 */
export function recognizeFormat(bytes: Uint8Array): AudioFormat {
  if (bytes.length === 0) {
    throw new AudioError('empty-file', 'Expected audio, got a file of 0 bytes. Download or copy it again.');
  }
  refuseGitLfsPointer(bytes);
  if (isWav(bytes)) return 'wav';
  if (hasTag(bytes, id3v2Length(bytes), 'fLaC')) return 'flac';
  const foreign = foreignFormat(bytes);
  if (foreign !== undefined) throw unsupportedFormat(foreign);
  throw notAudio(bytes);
}

/**
 * Checks that the bytes are of one format, for a decoder that reads only that.
 *
 * @throws {AudioError} as {@link recognizeFormat}, and `unsupported-format` when it is the other format
 */
export function requireFormat(bytes: Uint8Array, wanted: AudioFormat): void {
  const found = recognizeFormat(bytes);
  if (found === wanted) return;
  const name = { wav: 'WAV', flac: 'FLAC' };
  throw new AudioError(
    'unsupported-format',
    `Expected ${name[wanted]}, got ${name[found]}. Use decodeAudio, which reads both.`,
  );
}

/** The refusal of a format or encoding that is known but not decoded here. */
export function unsupportedFormat(found: string): AudioError {
  return new AudioError(
    'unsupported-format',
    `Expected WAV (PCM or float) or FLAC, got ${found}, which is not supported yet. ` +
      'Convert it first: `ffmpeg -i in out.wav`.',
  );
}

function refuseGitLfsPointer(bytes: Uint8Array): void {
  if (!hasTag(bytes, 0, 'version https://git-lfs')) return;
  throw new AudioError(
    'git-lfs-pointer',
    'Expected audio, got a Git LFS pointer: the recording itself was never downloaded. ' +
      'Run `git lfs pull` in the repository that holds it.',
  );
}

function isWav(bytes: Uint8Array): boolean {
  const riff = hasTag(bytes, 0, 'RIFF') || hasTag(bytes, 0, 'RIFX') || hasTag(bytes, 0, 'RF64');
  if (riff && bytes.length < 12) {
    throw new AudioError(
      'truncated-file',
      `Expected a RIFF header of 12 bytes, found ${bytes.length}. Download or copy the file again.`,
    );
  }
  return riff && hasTag(bytes, 8, 'WAVE');
}

function notAudio(bytes: Uint8Array): AudioError {
  const head = bytes.subarray(0, 32);
  const isText = head.every((byte) => (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d));
  const what = isText
    ? `text beginning with ${JSON.stringify(String.fromCharCode(...head))}`
    : `bytes beginning with ${Array.from(head.subarray(0, 8), hex).join(' ')}`;
  return new AudioError(
    'not-audio',
    `Expected a WAV or FLAC file, got ${what}. Check that this is the recording itself.`,
  );
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
