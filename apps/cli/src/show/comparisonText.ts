import type { RunsComparison } from '@ser/experiments';
import { percent } from './figures.js';
import { table } from './table.js';

/**
 * A comparison as text: runs as rows, the difference of each from the first, and caveats.
 *
 * @param page where the page was written, if it was
 */
export function comparisonText(comparison: RunsComparison, page: string | undefined): string {
  const { clips, speakers, caveats, comparisons } = comparison;
  const sentences = comparisons.map(({ sentence }) => `${sentence}\n`).join('');
  const byClip = comparisons.map(({ run, baseline, mcnemar }) => [
    `only ${run} correct`,
    String(mcnemar.onlySecond),
    `only ${baseline} correct`,
    String(mcnemar.onlyFirst),
  ]);
  return (
    `\n${runRows(comparison)}\n${recallRows(comparison)}\n${sentences}\n` +
    `of ${clips} clips of ${speakers} speakers\n${table(byClip, ['left', 'right', 'left', 'right'])}` +
    (caveats.length === 0 ? '' : `\n${caveats.map((caveat) => `note: ${caveat}\n`).join('')}`) +
    (page === undefined ? '' : `\n  page  ${page}\n`)
  );
}

function runRows({ runs }: RunsComparison): string {
  const rows = runs.map(({ name, uar, interval, accuracy, macroF1, chance, speakerIndependent }) => [
    name,
    percent(uar),
    interval === null ? '–' : `${(100 * interval.low).toFixed(1)} to ${percent(interval.high)}`,
    percent(accuracy),
    percent(macroF1),
    percent(chance),
    speakerIndependent ? 'unseen' : 'SEEN IN TRAINING',
  ]);
  const header = ['run', 'UAR', '95% interval', 'accuracy', 'macro F1', 'chance', 'test speakers'];
  return table([header, ...rows], ['left', 'right', 'right', 'right', 'right', 'right', 'left']);
}

function recallRows({ runs, labels }: RunsComparison): string {
  const rows = labels.map((label) => [
    label,
    ...runs.map(({ recalls }) => {
      const recall = recalls[label];
      return recall === null || recall === undefined ? '–' : percent(recall);
    }),
  ]);
  const header = ['recall', ...runs.map(({ name }) => name)];
  return table([header, ...rows], ['left', ...runs.map(() => 'right' as const)]);
}
