import { writeFile } from 'node:fs/promises';
import type { AudioClip, MultichannelAudio } from '@ser/dsp';
import { AudioError } from '../errors.js';
import { encodeWav, type EncodeWavOptions } from '../wav/encodeWav.js';
import { namingFile } from './namingFile.js';

/**
 * Writes a WAV file. An existing file of that name is replaced.
 *
 * @throws {SerError} with `file` set: `file-unwritable`, or as `encodeWav`
 *
 * @example
 * await writeWav('quiet.wav', { samples: new Float32Array(16000), sampleRate: 16000 });
 */
export async function writeWav(
  path: string,
  audio: AudioClip | MultichannelAudio,
  options: EncodeWavOptions = {},
): Promise<void> {
  const bytes = await namingFile(path, () => encodeWav(audio, options));
  try {
    await writeFile(path, bytes);
  } catch (cause) {
    throw new AudioError(
      'file-unwritable',
      `${path}: Expected a writable path, got ${String(cause)}. Create its folder first.`,
      { file: path, cause },
    );
  }
}
