import { didYouMean, howToRegister, invalidOption, registeredParts, registerPart } from '@ser/core';
import { DatasetError } from '../errors.js';
import { aesdd } from './aesdd.js';
import { ased } from './ased.js';
import { baved } from './baved.js';
import { cafe } from './cafe.js';
import {
  type AnnotatedCorpusSource,
  type CorpusDefinition,
  type CorpusSource,
  defineCorpus,
} from './corpusDefinition.js';
import { cremaD } from './cremaD.js';
import { emodb } from './emodb.js';
import { emotionTts } from './emotionTts.js';
import { emovo } from './emovo.js';
import { esd } from './esd.js';
import { iemocap } from './iemocap.js';
import { iesc } from './iesc.js';
import { jlCorpus } from './jlCorpus.js';
import { meld } from './meld.js';
import { mesd } from './mesd.js';
import { mspPodcast } from './mspPodcast.js';
import { nemo } from './nemo.js';
import { ravdess } from './ravdess.js';
import { ravdessSong } from './ravdessSong.js';
import { savee } from './savee.js';
import { shemo } from './shemo.js';
import { subesco } from './subesco.js';
import { tess } from './tess.js';

/** The built-in corpora. To add one, write a file like `ravdess.ts` and add it here. */
export const corpora: readonly CorpusDefinition[] = [
  ravdess,
  cremaD,
  tess,
  savee,
  emodb,
  emovo,
  nemo,
  ravdessSong,
  aesdd,
  jlCorpus,
  shemo,
  esd,
  subesco,
  mesd,
  cafe,
  iemocap,
  meld,
  mspPodcast,
  ased,
  emotionTts,
  iesc,
  baved,
];

/**
 * Adds a corpus of your own to those that are known by name, in this process: to `findCorpus`, recipes, and `--data NAME=…`
 * of the command, where `--plugin` loads the file that calls it.
 *
 * @returns a function that removes it again
 * @throws {SerError} `invalid-option`; `duplicate-part` if there is another corpus of that name
 *
 * @example
 * registerCorpus({
 *   name: 'calls',
 *   title: 'Our calls',
 *   url: 'https://example.org',
 *   license: 'internal',
 *   language: 'en',
 *   labels: ['angry', 'calm'],
 *   expectedClips: 40,
 *   parseName(path) {
 *     const [, speaker, emotion] = /(\w+)-(angry|calm)-\d+\.wav$/.exec(path) ?? [];
 *     return speaker && emotion ? { speaker, emotion } : undefined;
 *   },
 * });
 */
export function registerCorpus(corpus: CorpusDefinition | CorpusSource | AnnotatedCorpusSource): () => void {
  const { name } = corpus;
  if (typeof name !== 'string' || !/^[a-z][a-z0-9-]*$/.test(name)) {
    throw invalidOption('name', 'lower case letters, digits, and `-`', name);
  }
  const definition = 'parse' in corpus ? corpus : defineCorpus(corpus);
  return registerPart(
    'corpus',
    definition,
    corpora.map((known) => known.name),
  );
}

/** The known corpora: built in, then those of `registerCorpus`. */
export function knownCorpora(): readonly CorpusDefinition[] {
  return [...corpora, ...(registeredParts('corpus') as readonly CorpusDefinition[])];
}

/**
 * Finds a corpus by name.
 *
 * @throws {SerError} `unknown-corpus`, with the known names
 *
 * @example
 * findCorpus('ravdess').labels; // ['neutral', 'calm', 'happy', …]
 */
export function findCorpus(name: string): CorpusDefinition {
  const all = knownCorpora();
  const corpus = all.find((known) => known.name === name);
  if (!corpus) {
    const known = all.map((one) => one.name);
    throw new DatasetError(
      'unknown-corpus',
      `There is no corpus '${name}'. Use one of ${known.join(', ')}.${didYouMean(name, known)} ${howToRegister('corpus')}`,
    );
  }
  return corpus;
}
