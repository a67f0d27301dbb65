import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeAudio, encodeWav } from '@ser/audio-io';
import { syllables } from './syllables.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const corpora = process.env['SER_CORPORA'] ?? resolve(here, '../../../../shared/corpora');

/** A recording of RAVDESS; undefined where the corpus is missing. */
export function ravdessFile(
  actor: string,
  emotion: string,
  take = '01',
  text = '01',
  intensity = '01',
): string | undefined {
  const file = join(
    corpora,
    `ravdess/Actor_${actor}/03-01-${emotion}-${intensity}-${text}-${take}-${actor}.flac`,
  );
  return existsSync(file) ? file : undefined;
}

/** The recordings with a pause after each as one WAV file, or bursts of a tone where one is missing. */
export function spokenFile(files: readonly (string | undefined)[], pause = 1): Uint8Array {
  const found = files.filter((file) => file !== undefined);
  if (found.length < files.length) return encodeWav({ samples: syllables(16_000), sampleRate: 16_000 });
  const clips = found.map((file) => decodeAudio(new Uint8Array(readFileSync(file))));
  const { sampleRate } = clips[0]!;
  const parts = clips.flatMap(({ channels }) => [...channels[0]!, ...new Float32Array(sampleRate * pause)]);
  return encodeWav({ samples: Float32Array.from(parts), sampleRate }, { clip: true });
}
