import { publishedSplits } from '@ser/datasets';
import type { SplitRequest } from '@ser/datasets';

/** Whether a split keeps some clips for validation: by a share asked for, or by speakers it names. */
export function setsValidationApart(request: SplitRequest): boolean {
  return (request.validationFraction ?? 0) > 0 || namesItsValidation(request);
}

/** Whether it is a published split that says itself who validates. */
export function namesItsValidation(request: SplitRequest): boolean {
  if (request.kind !== 'published') return false;
  const published = publishedSplits.find(({ name }) => name === request.name);
  return published?.folds.some(({ validation }) => validation !== undefined) ?? false;
}
