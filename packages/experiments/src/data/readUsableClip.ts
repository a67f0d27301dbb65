import { readAudio } from '@ser/audio-io/node';
import { isSilent } from '@ser/dsp';
import type { AudioClip } from '@ser/dsp';
import { ExperimentError } from '../errors.js';

/**
 * A clip from a file, mono, at the rate wanted, with sound in it.
 *
 * @throws {SerError} when the file cannot be read
 * @throws {SerError} `silent-clip` when every sample is zero
 */
export async function readUsableClip(
  file: string,
  sampleRate: number,
  signal?: AbortSignal,
): Promise<AudioClip> {
  const clip = await readAudio(file, { sampleRate, ...(signal && { signal }) });
  if (isSilent(clip)) {
    throw new ExperimentError('silent-clip', `\`${file}\` is silence; record or fetch it again.`, { file });
  }
  return clip;
}
