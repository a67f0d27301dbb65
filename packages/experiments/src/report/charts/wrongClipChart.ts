import { spectrogramChart } from '@ser/charts';
import { percentNumber } from '../../formatText.js';
import type { WrongClip } from '../wrongClips.js';
import { type NamedChart, namedChart } from './namedChart.js';

/** The spectrogram of a misclassified clip, if its file could be read. */
export function wrongClipChart(
  { prediction, confidence, sound }: WrongClip,
  labels: readonly string[],
  place: number,
): NamedChart | undefined {
  if (sound === undefined) return undefined;
  const [actual, predicted] = [labels[prediction.actual]!, labels[prediction.predicted]!];
  const title = `${actual}, predicted ${predicted} (${percentNumber(confidence)}%)`;
  return namedChart(`wrong-${place + 1}`, spectrogramChart(sound, { title }));
}
