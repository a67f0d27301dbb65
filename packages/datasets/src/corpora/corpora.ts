import { didYouMean } from '@ser/core';
import { DatasetError } from '../errors.js';
import { aesdd } from './aesdd.js';
import { ased } from './ased.js';
import { baved } from './baved.js';
import { cafe } from './cafe.js';
import type { CorpusDefinition } from './corpusDefinition.js';
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

/** All known corpora. To add one, write a file like `ravdess.ts` and add it here. */
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
 * Finds a corpus by name.
 *
 * @throws {SerError} `unknown-corpus`, with the known names
 *
 * @example
 * findCorpus('ravdess').labels; // ['neutral', 'calm', 'happy', …]
 */
export function findCorpus(name: string): CorpusDefinition {
  const corpus = corpora.find((known) => known.name === name);
  if (!corpus) {
    const known = corpora.map((one) => one.name);
    throw new DatasetError(
      'unknown-corpus',
      `There is no corpus '${name}'. Use one of ${known.join(', ')}.${didYouMean(name, known)}`,
    );
  }
  return corpus;
}
