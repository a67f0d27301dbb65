import { spectrogramSvg, spectrogramVega } from '@ser/charts';
import { percentFigure } from '../../words.js';
import type { WrongClip } from '../wrongClips.js';
import { picture } from './picture.js';
import type { Picture } from './picture.js';
import { PICTURE_WIDTH } from './width.js';

/** The sound of a clip that was answered wrong, where it could be read. */
export function spectrogramPicture(
  { prediction, confidence, sound }: WrongClip,
  labels: readonly string[],
  place: number,
): Picture | undefined {
  if (sound === undefined) return undefined;
  const [actual, predicted] = [labels[prediction.actual]!, labels[prediction.predicted]!];
  const title = `${actual}, answered ${predicted} (${percentFigure(confidence)} %)`;
  return picture(`wrong-${place + 1}`, { ...sound, title, width: PICTURE_WIDTH }, [
    spectrogramSvg,
    spectrogramVega,
  ]);
}
