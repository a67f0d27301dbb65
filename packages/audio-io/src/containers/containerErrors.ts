import { AudioError } from '../errors.js';

/** The error for a container that violates its format. */
export function corruptContainer(format: string, expected: string, found: string | number): AudioError {
  return new AudioError(
    'corrupt-file',
    `Expected ${expected} in the ${format} file, got ${found}. Download or copy the file again.`,
  );
}

/** The error for a container that ends too early. */
export function truncatedContainer(format: string, expected: string, found: string | number): AudioError {
  return new AudioError(
    'truncated-file',
    `Expected ${expected} in the ${format} file, found ${found}. Download or copy the file again.`,
  );
}

/** The error for a container whose content is known but not decoded here. */
export function unsupportedContent(format: string, found: string): AudioError {
  return new AudioError(
    'unsupported-format',
    `Expected Opus, Vorbis, AAC, ALAC, FLAC, MP3, AMR, or PCM in the ${format} file, got ${found}. ` +
      'Convert it first: `ffmpeg -i in out.wav`.',
  );
}

/** The error for a container of video, or of nothing. */
export function noAudioTrack(format: string): AudioError {
  return new AudioError(
    'not-audio',
    `Expected a track of audio in the ${format} file, found none. Check that this is the recording itself.`,
  );
}
