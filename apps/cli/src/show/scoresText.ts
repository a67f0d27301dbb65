import type { RunMetrics } from '@ser/experiments';
import { blocks, percent } from './figures.js';
import { table } from './table.js';

const barWidth = 20;

/** The figures of a run or an evaluation for people; what they are worth stands right beside them. */
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
    Partial<Pick<RunMetrics, 'normalization' | 'members'>>,
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
    `UAR ${percent(pooled.uar)}${synthetic ? ' on synthetic voices' : ''}, ${worthOf(speakerIndependent)}\n` +
    `chance ${percent(chance)}, ${intervalText(interval)}accuracy ${percent(pooled.accuracy)}\n` +
    (members.length === 0 ? '\n' : `the mean of several; UAR of each alone: ${eachAlone(members)}\n\n`) +
    `${table(rows, ['left', 'right', 'right', 'left'])}\n` +
    `protocol: ${protocol}\n` +
    (normalization === undefined ? '' : `normalisation: ${normalization.sentence}\n`) +
    (synthetic ? 'synthetic voices: these figures say nothing about people\n' : '') +
    (skipped.length === 0 ? '' : `skipped: ${skipped.length} clips could not be used\n`)
  );
}

function eachAlone(members: NonNullable<RunMetrics['members']>): string {
  return members.map(({ name, uar }) => `${name} ${percent(uar)}`).join(', ');
}

function intervalText(interval: RunMetrics['interval']): string {
  if (interval === null) return '';
  const { low, high, confidence, over } = interval;
  return `${Math.round(confidence * 100)} % interval over ${over} ${(100 * low).toFixed(1)} to ${percent(high)}, `;
}

function worthOf(speakerIndependent: boolean): string {
  return speakerIndependent
    ? 'speaker-independent: no tested voice was heard in training'
    : 'SPEAKER-DEPENDENT: the tested voices were also heard in training, new voices will do worse';
}
