import { DatasetError } from '../errors.js';
import type { CorpusDefinition } from './corpusDefinition.js';
import { cremaD } from './cremaD.js';
import { emodb } from './emodb.js';
import { nemo } from './nemo.js';
import { ravdess } from './ravdess.js';
import { savee } from './savee.js';
import { tess } from './tess.js';

/** Every corpus that can be read. A new one is a file beside `ravdess.ts` and a line here. */
export const corpora: readonly CorpusDefinition[] = [ravdess, cremaD, tess, savee, emodb, nemo];

/**
 * The corpus of that name.
 *
 * @throws {SerError} `unknown-corpus`, listing the known names
 *
 * @example
 * findCorpus('ravdess').labels; // ['neutral', 'calm', 'happy', …]
 */
export function findCorpus(name: string): CorpusDefinition {
  const corpus = corpora.find((known) => known.name === name);
  if (!corpus) {
    const known = corpora.map((one) => `\`${one.name}\``).join(', ');
    throw new DatasetError('unknown-corpus', `There is no corpus \`${name}\`. Known: ${known}.`);
  }
  return corpus;
}
