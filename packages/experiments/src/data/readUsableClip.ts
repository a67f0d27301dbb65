import { SerError } from '@ser/core';
import { readClip } from '@ser/datasets/node';
import { isSilent, type AudioClip } from '@ser/dsp';
import { ExperimentError } from '../errors.js';

export interface UsableClipOptions {
  /** Start of the clip in its file, in seconds. @default 0 */
  readonly start?: number | undefined;
  /** End of the clip in its file, in seconds. @default the end of the file */
  readonly end?: number | undefined;
  /** Whether a silent clip is used. @default false */
  readonly keepSilent?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a clip, mono and at the given sample rate, and refuses a silent one.
 *
 * @throws {SerError} if the file cannot be read
 * @throws {SerError} `silent-clip` if every sample is zero; `clip-too-long` for a whole file of more than ten minutes
 */
export async function readUsableClip(
  file: string,
  sampleRate: number,
  { start, end, keepSilent = false, signal }: UsableClipOptions = {},
): Promise<AudioClip> {
  const clip = await readClip(file, { start, end, sampleRate, maxSeconds, signal }).catch(
    (error: unknown) => {
      throw isTooLong(error) ? clipTooLong(file, error) : error;
    },
  );
  if (!keepSilent && isSilent(clip)) {
    throw new ExperimentError(
      'silent-clip',
      `\`${file}\` contains only silence. Record or download it again.`,
      { file },
    );
  }
  return clip;
}

/** Longest file that is one clip, in seconds: the features of a longer one would need hundreds of megabytes. */
const maxSeconds = 600;

function isTooLong(error: unknown): boolean {
  return error instanceof SerError && error.code === 'audio-too-long';
}

function clipTooLong(file: string, cause: unknown): ExperimentError {
  return new ExperimentError(
    'clip-too-long',
    `\`${file}\` is longer than ${maxSeconds} s, too long for one label. List its utterances with \`start\` and \`end\`, or cut it.`,
    { file, cause },
  );
}
