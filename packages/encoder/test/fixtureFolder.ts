import { fileURLToPath } from 'node:url';

/** Tiny random encoders, made by reference/goldens/encoders.py. */
export type FixtureName = 'wav2vec2' | 'hubert' | 'wavlm' | 'whisper' | 'whisper128';

export function fixtureFolder(name: FixtureName): string {
  return fileURLToPath(new URL(`fixtures/huggingFace/${name}`, import.meta.url));
}
