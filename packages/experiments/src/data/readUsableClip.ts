import { readClip } from '@ser/datasets/node';
import { isSilent, type AudioClip } from '@ser/dsp';
import { ExperimentError } from '../errors.js';

export interface UsableClipOptions {
  /** Start of the clip in its file, in seconds. @default 0 */
  readonly start?: number | undefined;
  /** End of the clip in its file, in seconds. @default the end of the file */
  readonly end?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a clip, mono and at the given sample rate, and refuses a silent one.
 *
 * @throws {SerError} if the file cannot be read
 * @throws {SerError} `silent-clip` if every sample is zero
 */
export async function readUsableClip(
  file: string,
  sampleRate: number,
  { start, end, signal }: UsableClipOptions = {},
): Promise<AudioClip> {
  const clip = await readClip(file, { start, end, sampleRate, signal });
  if (isSilent(clip)) {
    throw new ExperimentError(
      'silent-clip',
      `\`${file}\` contains only silence. Record or download it again.`,
      { file },
    );
  }
  return clip;
}
