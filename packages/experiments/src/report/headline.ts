import { counted, listed, percent, range } from '../formatText.js';
import type { CorpusSummary, FoldMetrics, Measures, RunMetrics } from '../measures/runMetrics.js';

/**
 * The result of a run in one sentence: training and test speakers, UAR, its interval, and the chance level.
 *
 * @example
 * runHeadline(metrics);
 * // 'Trained on 18 speakers of RAVDESS and tested on 6 unseen speakers: unweighted average recall (UAR) 41.2%
 * //  (95% interval over speakers: 36.0% to 46.5%), chance level 12.5%.'
 */
export function runHeadline(metrics: RunMetrics): string {
  const { unseenSpeakers } = metrics.normalization;
  const unlabeled = unseenSpeakers === 'own' ? ` ${unlabeledClips}` : '';
  return `${whoOnWhom(metrics)}: ${uarText(metrics)}${unlabeled}`;
}

/** Must be stated with every score under per-speaker normalization. */
const unlabeledClips =
  'Each speaker was normalized by all of their own clips, test speakers by their unlabeled test clips.';

/** `unweighted average recall (UAR) 41.2% (…), chance level 12.5%.` */
export function uarText({ pooled, interval, chance, groups }: Measures): string {
  const isKnown = groups.speaker?.groups.every(({ name }) => name !== 'unknown') ?? false;
  const reason = isKnown ? 'only one speaker was tested' : 'speakers are unknown';
  const certainty =
    interval === null
      ? `no interval, because ${reason}`
      : `${Math.round(100 * interval.confidence)}% interval over speakers: ${percent(interval.low)} to ${percent(interval.high)}`;
  return `unweighted average recall (UAR) ${percent(pooled.uar)} (${certainty}), chance level ${percent(chance)}.`;
}

/** `18 speakers of RAVDESS`, `6 synthetic voices`. */
export function speakersText(count: string, corpora: readonly CorpusSummary[]): string {
  const one = count === '1';
  if (onlySynthetic(corpora)) return `${count} synthetic voice${one ? '' : 's'}`;
  const titles = corpora.map(({ title, synthetic }) => (synthetic ? 'synthetic voices' : shortTitle(title)));
  return `${count} speaker${one ? '' : 's'} of ${listed(titles)}`;
}

function whoOnWhom(metrics: RunMetrics): string {
  if (!metrics.speakerIndependent) return onKnownSpeakers(metrics);
  const { folds, corpora } = metrics;
  const trained = speakersText(range(folds.map(({ train }) => train.speakers.length)), corpora);
  const tested = range(folds.map(({ test }) => test.speakers.length));
  const noun = onlySynthetic(corpora) ? 'voice' : 'speaker';
  if (folds.length === 1) {
    return `Trained on ${trained} and tested on ${tested} unseen ${noun}${tested === '1' ? '' : 's'}`;
  }
  const all = new Set(folds.flatMap(({ test }) => test.speakers)).size;
  return (
    `${folds.length} folds, each trained on ${trained} and tested on ${tested} unseen ` +
    `${noun}${tested === '1' ? '' : 's'}, ${counted(all, noun)} in total`
  );
}

function onKnownSpeakers({ folds, corpora, speakersUnknown }: RunMetrics): string {
  const trained = clipsOf(folds, 'train');
  if (speakersUnknown) {
    const titles = corpora.map(({ title }) => shortTitle(title));
    return `Trained on ${trained} of ${listed(titles)} and tested on ${clipsOf(folds, 'test', 'other ')}, perhaps of the same voices`;
  }
  const speakers = speakersText(range(folds.map(({ train }) => train.speakers.length)), corpora);
  const noun = onlySynthetic(corpora) ? 'voices' : 'speakers';
  return `Trained on ${trained} of ${speakers} and tested on ${clipsOf(folds, 'test', 'other ')} of the same ${noun}`;
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
