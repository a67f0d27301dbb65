import type { NormalizationScope } from '@ser/experiments';
import { Option } from 'commander';
import { oneOf } from './oneOf.js';

const scopes: readonly NormalizationScope[] = ['train', 'speaker', 'clip'];

/** `--normalize SCOPE`: the clips whose statistics normalize the features. */
export function normalizationOption(): Option {
  return new Option(
    '--normalize <scope>',
    'how features are normalized: train (statistics of the training clips), speaker (statistics of each ' +
      "speaker's clips; test speakers use their unlabeled test clips), or clip (statistics of each clip's frames) " +
      "(default: the recipe's)",
  ).argParser(oneOf('--normalize', scopes));
}
