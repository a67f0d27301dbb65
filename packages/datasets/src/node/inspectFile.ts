import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeAnyAudio, type SoundFormat, soundFormat } from '@ser/audio-io';
import { type AudioClip, isSilent, mixDown } from '@ser/dsp';
import type { UnreadableFile } from '../audit/unreadableFile.js';

/** What a readable file contains. */
export interface InspectedFile {
  readonly file: string;
  /** Equal for two files exactly if their samples and sample rates are equal. */
  readonly content: string;
  /** Detected from the content; `undefined` if only a registered decoder knows it. */
  readonly format: SoundFormat | undefined;
  /** In Hz. */
  readonly sampleRate: number;
  readonly nChannels: number;
  readonly silent: boolean;
}

/** Decodes one file of a corpus. An error is returned, not thrown. */
export async function inspectFile(folder: string, file: string): Promise<InspectedFile | UnreadableFile> {
  try {
    const bytes = await readFile(join(folder, file));
    const audio = await decodeAnyAudio(bytes);
    const clip = mixDown(audio);
    return {
      file,
      content: digest(clip),
      format: soundFormat(bytes),
      sampleRate: clip.sampleRate,
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
