import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SerError } from '@ser/core';
import type { Recognizer } from '@ser/recognizer';

/** A clip, and what the library recognizes it as. */
export interface ExpectedClip {
  readonly path: string;
  readonly label: string;
}

const isAudio = /\.(wav|flac|mp3|ogg|opus|oga|webm|m4a|mp4|caf|aiff?)$/i;

/** The recordings of the folder in SER_CASES that the library decodes, with its answers. */
export async function clipsOfEveryFormat(recognizer: Recognizer): Promise<readonly ExpectedClip[]> {
  const cases = process.env['SER_CASES'];
  if (cases === undefined) throw new Error('Set SER_CASES to the folder of reported files.');
  const folder = join(cases, 'reported');
  const clips: ExpectedClip[] = [];
  for (const name of (await readdir(folder)).filter((file) => isAudio.test(file)).sort()) {
    const path = join(folder, name);
    try {
      clips.push({ path, label: (await recognizer.predict(path)).label });
    } catch (error) {
      if (!(error instanceof SerError)) throw error;
      console.error(`${name}: ${error.message}`); // a decoder that is not installed, for example
    }
  }
  return clips;
}
