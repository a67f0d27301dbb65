import { readAudio } from '@ser/audio-io/node';
import { isSilent, type AudioClip } from '@ser/dsp';
import { ExperimentError } from '../errors.js';

/**
 * Reads a clip, mono and at the given sample rate, and refuses a silent one.
 *
 * @throws {SerError} if the file cannot be read
 * @throws {SerError} `silent-clip` if every sample is zero
 */
export async function readUsableClip(
  file: string,
  sampleRate: number,
  signal?: AbortSignal,
): Promise<AudioClip> {
  const clip = await readAudio(file, { sampleRate, ...(signal && { signal }) });
  if (isSilent(clip)) {
    throw new ExperimentError(
      'silent-clip',
      `\`${file}\` contains only silence. Record or download it again.`,
      { file },
    );
  }
  return clip;
}
