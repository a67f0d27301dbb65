import { createHash } from 'node:crypto';
import type { Recognizer } from '@ser/recognizer';

/** Identifies a model in files of answers: its recipe, and the beginning of the SHA-256 of its files. */
export async function modelIdentity(recognizer: Recognizer): Promise<string> {
  const files = await recognizer.toFiles();
  const hash = createHash('sha256');
  for (const name of Object.keys(files).sort()) hash.update(`${name}\0`).update(files[name]!);
  return `${recognizer.card.recipe}@${hash.digest('hex').slice(0, 12)}`;
}
