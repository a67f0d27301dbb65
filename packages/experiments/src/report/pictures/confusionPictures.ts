import { confusionMatrixSvg, confusionMatrixVega, perClassSvg, perClassVega } from '@ser/charts';
import type { Measures } from '../../measures/runMetrics.js';
import { picture } from './picture.js';
import type { Picture } from './picture.js';
import { PICTURE_WIDTH } from './width.js';

/** Which clips were taken for what, and how many of each emotion were answered right. */
export function confusionPictures(
  { confusion, perClass, chance }: Measures,
  labels: readonly string[],
): readonly Picture[] {
  const matrix = { matrix: confusion, labels, title: 'What was heard, and what was answered' };
  const title = 'Answered right, of each emotion (recall)';
  const recalls = { scores: perClass, labels, chance, title, width: PICTURE_WIDTH };
  return [
    picture('confusion-matrix', matrix, [confusionMatrixSvg, confusionMatrixVega]),
    picture('recall-by-emotion', recalls, [perClassSvg, perClassVega]),
  ];
}
