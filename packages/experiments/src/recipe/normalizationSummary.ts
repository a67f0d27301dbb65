import { normalizationOf } from './normalization.js';
import type { NormalizationScope } from './normalization.js';
import { normalizationSentence } from './normalizationSentence.js';
import type { Method } from './recipe.js';

/** How features were normalised, as `metrics.json` tells it. */
export interface NormalizationSummary {
  /** `several` where the classifiers of a recipe differ in how they are normalised. */
  readonly scope: NormalizationScope | 'several';
  /** The largest z-score let through; `null` when all are, or where classifiers differ. */
  readonly clip: number | null;
  /** What tested speakers were normalised by; `null` for other scopes than `speaker`, `own` where any takes that. */
  readonly strangers: 'own' | 'average' | null;
  /** The same in words, to stand beside the figures. */
  readonly sentence: string;
}

export function normalizationSummary({ normalize }: Pick<Method, 'normalize'>): NormalizationSummary {
  const normalization = normalizationOf(normalize);
  const { scope, clip = null } = normalization;
  const strangers = scope === 'speaker' ? (normalization.strangers ?? 'own') : null;
  return { scope, clip, strangers, sentence: normalizationSentence(normalization) };
}
