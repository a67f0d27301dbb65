import { spectrogramSvg, spectrogramVega } from '@ser/charts';
import { percentFigure } from '../../words.js';
import type { WrongClip } from '../wrongClips.js';
import { namedChart } from './namedChart.js';
import type { NamedChart } from './namedChart.js';
import { chartWidth } from './chartWidth.js';

/** The sound of a clip that was answered wrong, where it could be read. */
export function wrongClipChart(
  { prediction, confidence, sound }: WrongClip,
  labels: readonly string[],
  place: number,
): NamedChart | undefined {
  if (sound === undefined) return undefined;
  const [actual, predicted] = [labels[prediction.actual]!, labels[prediction.predicted]!];
  const title = `${actual}, answered ${predicted} (${percentFigure(confidence)} %)`;
  return namedChart(`wrong-${place + 1}`, { ...sound, title, width: chartWidth }, [
    spectrogramSvg,
    spectrogramVega,
  ]);
}
