import { dirname, isAbsolute, relative, sep } from 'node:path';
import type { Utterance } from '@ser/datasets';
import type { CorpusScan } from '@ser/datasets/node';

/**
 * Utterances of any origin as listed corpora, one for each name of a corpus. Absolute paths become relative to the folder
 * that contains all files of the corpus, so that results do not depend on where it is.
 */
export function utteranceScans(utterances: readonly Utterance[]): readonly CorpusScan[] {
  const names = [...new Set(utterances.map(({ corpus }) => corpus))];
  return names.map((corpus) => {
    const own = utterances.filter((utterance) => utterance.corpus === corpus);
    const folder = own.every(({ path }) => isAbsolute(path)) ? commonFolder(own) : '';
    return {
      corpus,
      folder,
      card: { title: corpus, license: 'not stated', synthetic: false },
      utterances: own.map((utterance) => ({
        ...utterance,
        path: folder === '' ? utterance.path : relative(folder, utterance.path).replaceAll('\\', '/'),
      })),
      irregular: [],
      duplicates: [],
    };
  });
}

function commonFolder(utterances: readonly Utterance[]): string {
  let common = dirname(utterances[0]!.path);
  for (const { path } of utterances) {
    while (!path.startsWith(common.endsWith(sep) ? common : common + sep)) common = dirname(common);
  }
  return common;
}
