import type { NormalizationScope } from '@ser/experiments';
import { Option } from 'commander';
import { UsageError } from '../usageError.js';

const scopes: readonly NormalizationScope[] = ['train', 'speaker', 'clip'];

/** `--normalize SCOPE`: the clips whose statistics normalize the features. */
export function normalizationOption(): Option {
  return new Option(
    '--normalize <over>',
    'how features are normalized: train (statistics of the training clips), speaker (statistics of each ' +
      "speaker's clips; test speakers use their unlabeled test clips), or clip (statistics of each clip's frames) " +
      "(default: the recipe's)",
  ).argParser(parseNormalization);
}

/** @throws {UsageError} `invalid-option` */
function parseNormalization(over: string): NormalizationScope {
  const known = scopes.find((scope) => scope === over);
  if (known) return known;
  throw new UsageError('invalid-option', `\`--normalize\` must be one of ${scopes.join(', ')}; got \`${over}\`.`);
}
