import type { RecordingsReport } from './recordingsReport.js';

/** The ratio of clips of the most and the least frequent label from which a warning says so. */
const unbalanced = 5;
/** Fewer clips of a label than this are too few to learn from. */
const fewClips = 10;

/** What a user should look at before training. */
export function reportWarnings(report: Omit<RecordingsReport, 'warnings'>): readonly string[] {
  const { withoutSpeaker, clips, oneLabelSpeakers, splitLeaks, conflicts, nearDuplicates } = report;
  const warnings = report.leaks.filter(({ warns }) => warns).map(leakWarning);
  warnings.push(...balanceWarnings(report.labels));
  if (withoutSpeaker > 0) {
    warnings.push(
      `${withoutSpeaker} of ${clips} clips have no speaker: a score may then be for voices that were also used for training.`,
    );
  }
  if (oneLabelSpeakers.length > 0) {
    const named = oneLabelSpeakers.slice(0, 3).map(({ speaker, label }) => `${speaker} (${label})`);
    warnings.push(
      `${count(oneLabelSpeakers.length, 'speaker')} ${oneLabelSpeakers.length === 1 ? 'has' : 'have'} clips of one label ` +
        `only, for example ${named.join(', ')}: a model may learn the voice instead of the emotion.`,
    );
  }
  if (splitLeaks.length > 0) {
    warnings.push(`The \`split\` column has ${listed(splitLeaks)} on both sides of the split.`);
  }
  if (conflicts.length > 0) {
    warnings.push(
      `${count(conflicts.length, 'group')} of equal recordings ${conflicts.length === 1 ? 'has' : 'have'} different labels.`,
    );
  }
  if (nearDuplicates.length > 0) {
    warnings.push(
      `${count(nearDuplicates.length, 'group')} of recordings have the same sound at another level or rate: keep one of each, ` +
        'because they may be on both sides of a split.',
    );
  }
  return warnings;
}

function leakWarning({ source, accuracy, majority }: RecordingsReport['leaks'][number]): string {
  const what =
    source === 'all of these'
      ? 'Length, level, zeros, and sample rate together predict'
      : `The ${source} of a file alone predicts`;
  return (
    `${what} the label of ${percent(accuracy)} of the clips; the most frequent label is ${percent(majority)}. ` +
    'A model may learn the files instead of the voices: record or cut all labels in the same way.'
  );
}

function balanceWarnings(labels: Readonly<Record<string, number>>): readonly string[] {
  const counts = Object.entries(labels);
  const few = counts.filter(([, clips]) => clips < fewClips);
  const [[most, high] = ['', 0]] = counts;
  const [least, low] = counts.at(-1) ?? ['', 0];
  return [
    ...(few.length > 0
      ? [`Too few clips to learn from: ${few.map(([label, clips]) => `${label} ${clips}`).join(', ')}.`]
      : []),
    ...(low > 0 && high / low > unbalanced
      ? [
          `Labels are unbalanced: ${most} has ${high} clips, ${least} ${low}. Look at UAR instead of accuracy.`,
        ]
      : []),
  ];
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function listed(names: readonly string[]): string {
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return names.slice(0, 3).join(', ') + more;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
