import type { NormalizationScope } from '@ser/experiments';
import { Option } from 'commander';
import { UsageError } from '../usageError.js';

const scopes: readonly NormalizationScope[] = ['train', 'speaker', 'clip'];

/** `--normalize SCOPE`: over whose clips features are normalised. */
export function normalizationOption(): Option {
  return new Option(
    '--normalize <over>',
    'over whose clips features are normalised: train (the training clips), speaker (each speaker by his own clips, ' +
      'tested ones by their unlabelled test clips) or clip (each by its own frames; default: as the recipe says)',
  ).argParser(parseNormalization);
}

/** @throws {UsageError} `invalid-option` */
function parseNormalization(over: string): NormalizationScope {
  const known = scopes.find((scope) => scope === over);
  if (known) return known;
  throw new UsageError('invalid-option', `\`--normalize\` must be ${scopes.join(', ')}, got \`${over}\`.`);
}
