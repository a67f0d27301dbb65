import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SoundFormat } from '@ser/audio-io';
import { decodeAnyAudio, soundFormat } from '@ser/audio-io';
import type { AudioClip } from '@ser/dsp';
import { isSilent, mixDown } from '@ser/dsp';

/** What one readable file turned out to hold. */
export interface HeardFile {
  readonly file: string;
  /** Equal for two files exactly when their samples and sample rate are. */
  readonly contents: string;
  /** By its content; `undefined` for one that only a registered decoder knows. */
  readonly format: SoundFormat | undefined;
  readonly sampleRate: number;
  readonly nChannels: number;
  readonly silent: boolean;
}

/** A file that is no readable recording, with the stable code of the error it gave. */
export interface UnreadableFile {
  readonly file: string;
  readonly code: string;
  readonly what: string;
}

/** Decodes one file of a corpus; a broken one is told, not thrown. */
export async function hearFile(folder: string, file: string): Promise<HeardFile | UnreadableFile> {
  try {
    const bytes = await readFile(join(folder, file));
    const audio = await decodeAnyAudio(bytes);
    const clip = mixDown(audio);
    const { sampleRate } = clip;
    return {
      file,
      contents: digest(clip),
      format: soundFormat(bytes),
      sampleRate,
      nChannels: audio.channels.length,
      silent: isSilent(clip),
    };
  } catch (error) {
    const { code = 'unreadable', message = String(error) } = error as { code?: string; message?: string };
    return { file, code, what: message };
  }
}

function digest({ samples, sampleRate }: AudioClip): string {
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
  return createHash('sha256').update(`${sampleRate} `).update(bytes).digest('hex');
}
