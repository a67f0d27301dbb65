import type { Recipe } from '../recipe/recipe.js';
import { normalizationOf } from './normalization.js';
import type { NormalizationScope } from './normalization.js';
import { normalizationSentence } from './normalizationSentence.js';

/** How features were normalised, as `metrics.json` tells it. */
export interface NormalizationSummary {
  readonly scope: NormalizationScope;
  /** The largest z-score let through; `null` when all are. */
  readonly clip: number | null;
  /** What tested speakers were normalised by; `null` for other scopes than `speaker`. */
  readonly strangers: 'own' | 'average' | null;
  /** The same in words, to stand beside the figures. */
  readonly sentence: string;
}

export function normalizationSummary({ normalize }: Pick<Recipe, 'normalize'>): NormalizationSummary {
  const normalization = normalizationOf(normalize);
  const { scope, clip = null } = normalization;
  const strangers = scope === 'speaker' ? (normalization.strangers ?? 'own') : null;
  return { scope, clip, strangers, sentence: normalizationSentence(normalization) };
}
