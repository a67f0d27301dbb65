import { writeFile } from 'node:fs/promises';
import type { AudioClip, MultichannelAudio } from '@ser/dsp';
import { AudioError } from '../errors.js';
import { encodeWav, type EncodeWavOptions } from '../wav/encodeWav.js';
import { naming } from './readBytes.js';

/**
 * Writes a WAV file, replacing one of that name.
 *
 * @throws {SerError} with `file` set: `file-unwritable`, and as `encodeWav`
 *
 * @example
 * await writeWav('quiet.wav', { samples: new Float32Array(16000), sampleRate: 16000 });
 */
export async function writeWav(
  path: string,
  audio: AudioClip | MultichannelAudio,
  options: EncodeWavOptions = {},
): Promise<void> {
  const bytes = await naming(path, () => encodeWav(audio, options));
  try {
    await writeFile(path, bytes);
  } catch (cause) {
    throw new AudioError(
      'file-unwritable',
      `${path}: Expected a place to write to, got ${String(cause)}. Create its folder first.`,
      { file: path, cause },
    );
  }
}
