import type { NoSpeechReason } from '@ser/recognizer';
import type { FilePrediction, FileSegment } from '../predictFiles.js';
import { blocks, percent } from './figures.js';
import { printable } from './printable.js';
import { table } from './table.js';

const barWidth = 24;

/** Why there is no answer, as text. */
export const noSpeechWords: Readonly<Record<NoSpeechReason, string>> = {
  silence: 'silence: was the microphone muted?',
  'too-short': 'too short, less than a quarter of a second',
  noise: 'no speech above the background noise',
};

/** A prediction as text: the label, a bar for each emotion with the most likely first, then one line per window. */
export function predictionText(
  file: string,
  { label, probabilities, reason, quality, dimensions = {}, segments = [] }: FilePrediction,
  { isSynthetic }: { readonly isSynthetic: boolean },
): string {
  const caveat = isSynthetic ? ' (the model was trained on generated voices only)' : '';
  const why = reason === undefined ? caveat : ` (${noSpeechWords[reason]})`;
  const ranked = Object.entries(probabilities).sort(([, a], [, b]) => b - a);
  const rows = ranked.map(([emotion, share]) => [emotion, percent(share), blocks(share, barWidth)]);
  return (
    `${printable(`${file}: ${label}${why}`)}\n` +
    table(rows, ['left', 'right', 'left']) +
    table(
      Object.entries(dimensions).map(([name, value]) => [name, value.toFixed(2)]),
      ['left', 'right'],
    ) +
    doubts(quality) +
    table(segments.map(segmentRow), ['right', 'left', 'right', 'left'])
  );
}

/** `0.0–3.0 s`, to a tenth of a second. */
export function timeSpan({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start.toFixed(1)}–${end.toFixed(1)} s`;
}

function segmentRow(segment: FileSegment): string[] {
  const share = segment.probabilities[segment.label];
  if (share === undefined) return [timeSpan(segment), segment.label];
  return [timeSpan(segment), segment.label, percent(share), blocks(share, barWidth)];
}

/** Beyond these limits, answers get worse. */
const noisy = 15;
const distorted = 0.001;

function doubts({ snr, clipped, channelsCancel }: FilePrediction['quality']): string {
  const notes = [
    ...(snr !== null && snr < noisy
      ? [`noisy: speech is only ${snr.toFixed(0)} dB above the background noise`]
      : []),
    ...(clipped > distorted ? [`clipped: ${percent(clipped)} of the samples are at full scale`] : []),
    ...(channelsCancel
      ? ['the channels cancel each other (one is inverted): only the loudest one was used']
      : []),
  ];
  return notes.map((note) => `  ${note}\n`).join('');
}
