import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { encodeWav } from '@ser/audio-io';
import { onTestFinished } from 'vitest';

/** A temporary folder with the given files, removed at the end of the test. */
export async function corpusFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ser-datasets-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [path, contents] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), contents);
  }
  return folder;
}

/** The bytes of a WAV file with a short tone; two tones of the same pitch are identical. */
export function tone(
  pitch: number,
  { sampleRate = 16000, nChannels = 1, amplitude = 0.5, nSamples = 800 } = {},
): Uint8Array {
  const samples = Float32Array.from(
    { length: nSamples },
    (_, i) => amplitude * Math.sin((2 * Math.PI * pitch * i) / sampleRate),
  );
  return encodeWav({ channels: Array.from({ length: nChannels }, () => samples), sampleRate });
}
