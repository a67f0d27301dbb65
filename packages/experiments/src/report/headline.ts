import type { CorpusSummary, FoldMetrics, Measures, RunMetrics } from '../measures/runMetrics.js';
import { counted, listed, percent, range } from '../words.js';

/**
 * The run in one sentence: trained on whom, tested on whom, how well, how sure, how far from guessing.
 *
 * @example
 * runHeadline(metrics);
 * // 'Trained on 18 speakers of RAVDESS and tested on 6 it had never heard: the unweighted average recall
 * //  (UAR) is 41.2 % (95 % interval over speakers: 36.0 % to 46.5 %), where guessing gives 12.5 %.'
 */
export function runHeadline(metrics: RunMetrics): string {
  const { strangers } = metrics.normalization;
  const unlabelled = strangers === 'own' ? ` ${unlabelledClips}` : '';
  return `${whoOnWhom(metrics)}: ${figure(metrics)}${unlabelled}`;
}

/** What a figure may not be told without, where each speaker was normalised by his own clips. */
const unlabelledClips =
  'Each speaker was normalised by all of his own clips, a tested one by his unlabelled test clips.';

/** `the unweighted average recall (UAR) is 41.2 % (…), where guessing gives 12.5 %.` */
export function figure({ pooled, interval, chance }: Measures): string {
  const sure =
    interval === null
      ? 'no interval, as one speaker cannot tell how speakers differ'
      : `${Math.round(100 * interval.confidence)} % interval over speakers: ${percent(interval.low)} to ${percent(interval.high)}`;
  return `the unweighted average recall (UAR) is ${percent(pooled.uar)} (${sure}), where guessing gives ${percent(chance)}.`;
}

/** `18 speakers of RAVDESS`, `6 synthetic voices`. */
export function voicesOf(count: string, corpora: readonly CorpusSummary[]): string {
  const one = count === '1';
  if (onlySynthetic(corpora)) return `${count} synthetic voice${one ? '' : 's'}`;
  const titles = corpora.map(({ title, synthetic }) => (synthetic ? 'synthetic voices' : shortTitle(title)));
  return `${count} speaker${one ? '' : 's'} of ${listed(titles)}`;
}

function whoOnWhom(metrics: RunMetrics): string {
  if (!metrics.speakerIndependent) return onKnownVoices(metrics);
  const { folds, corpora } = metrics;
  const trained = voicesOf(range(folds.map(({ train }) => train.speakers.length)), corpora);
  const tested = range(folds.map(({ test }) => test.speakers.length));
  if (folds.length === 1) return `Trained on ${trained} and tested on ${tested} it had never heard`;
  const all = new Set(folds.flatMap(({ test }) => test.speakers)).size;
  return (
    `Trained on ${trained} at a time and tested on the ${tested} left out, ` +
    `in ${folds.length} folds that together test ${counted(all, onlySynthetic(corpora) ? 'voice' : 'speaker')}`
  );
}

function onKnownVoices({ folds, corpora }: RunMetrics): string {
  const trained = clipsOf(folds, 'train');
  const voices = voicesOf(range(folds.map(({ train }) => train.speakers.length)), corpora);
  return `Trained on ${trained} of ${voices} and tested on ${clipsOf(folds, 'test', 'other ')} of the same voices`;
}

function clipsOf(folds: readonly FoldMetrics[], side: 'train' | 'test', which = ''): string {
  return `${range(folds.map((fold) => fold[side].clips))} ${which}clips`;
}

/** `RAVDESS (speech, audio only)` as `RAVDESS`. */
function shortTitle(title: string): string {
  return title.replace(/ \([^)]*\)$/, '');
}

function onlySynthetic(corpora: readonly CorpusSummary[]): boolean {
  return corpora.every(({ synthetic }) => synthetic);
}
