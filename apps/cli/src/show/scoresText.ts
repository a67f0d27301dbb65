import type { RunMetrics } from '@ser/experiments';
import { blocks, percent } from './figures.js';
import { table } from './table.js';

const barWidth = 20;

/** The metrics of a run or an evaluation as text, each with what it means. */
export function scoresText(
  metrics: Pick<
    RunMetrics,
    | 'pooled'
    | 'interval'
    | 'chance'
    | 'perClass'
    | 'speakerIndependent'
    | 'synthetic'
    | 'skipped'
    | 'protocol'
  > &
    Partial<Pick<RunMetrics, 'normalization' | 'members' | 'speakersUnknown'>>,
): string {
  const { pooled, interval, chance, perClass, skipped, speakerIndependent, synthetic, protocol } = metrics;
  const { normalization, members = [] } = metrics;
  const rows = [
    ['emotion', 'recall', 'clips', ''],
    ...perClass.map(({ label, recall, support }) => [
      label,
      support === 0 ? '–' : percent(recall),
      String(support),
      blocks(recall, barWidth),
    ]),
  ];
  return (
    `UAR ${percent(pooled.uar)}${synthetic ? ' on generated voices' : ''}, ${protocolNote(speakerIndependent, metrics.speakersUnknown)}\n` +
    `chance ${percent(chance)}, ${intervalText(interval)}accuracy ${percent(pooled.accuracy)}\n` +
    (members.length < 2 ? '\n' : `an ensemble; UAR of each member alone: ${eachAlone(members)}\n\n`) +
    `${table(rows, ['left', 'right', 'right', 'left'])}\n` +
    `protocol: ${protocol}\n` +
    (normalization === undefined ? '' : `normalization: ${normalization.sentence}\n`) +
    (synthetic ? 'generated voices: these results say nothing about human speech\n' : '') +
    (skipped.length === 0 ? '' : `skipped: ${skipped.length} unusable clips\n`)
  );
}

function eachAlone(members: NonNullable<RunMetrics['members']>): string {
  return members.map(({ name, uar }) => `${name} ${percent(uar)}`).join(', ');
}

function intervalText(interval: RunMetrics['interval']): string {
  if (interval === null) return '';
  const { low, high, confidence, over } = interval;
  return `${Math.round(confidence * 100)}% interval over ${over} ${(100 * low).toFixed(1)} to ${percent(high)}, `;
}

function protocolNote(speakerIndependent: boolean, speakersUnknown = false): string {
  if (speakersUnknown) {
    return 'SPEAKERS UNKNOWN: the same voice may be in the training data; expect worse results for new speakers';
  }
  return speakerIndependent
    ? 'speaker-independent: no test speaker was in the training data'
    : 'SPEAKER-DEPENDENT: test speakers were also in the training data; expect worse results for new speakers';
}
