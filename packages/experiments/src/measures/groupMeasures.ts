import type { Utterance } from '@ser/datasets';
import { groupScores, worstGroup, type GroupScores, type Outcome } from '@ser/metrics';
import type { ClipPrediction } from '../training/predict.js';
import { outcomeOfClips } from '../training/score.js';
import { groupGap, groupInterval, type GroupIntervalOptions } from './groupGap.js';
import type { GroupedMeasures, GroupKind, GroupMeasures, Measures } from './runMetrics.js';

const unknown = 'unknown';

/**
 * The scores of each speaker, sex, corpus, and sentence. With several corpora, the names of speakers and sentences include
 * the corpus.
 */
export function groupMeasures(
  predictions: readonly ClipPrediction[],
  options: GroupIntervalOptions,
): Measures['groups'] {
  const utterances = predictions.map(({ utterance }) => utterance);
  const outcome = outcomeOfClips(predictions, options.nClasses);
  const known = Object.entries(namesOf(utterances)).filter(([, names]) =>
    names.some((name) => name !== undefined),
  );
  return Object.fromEntries(
    known.map(([kind, found]) => {
      const names = found.map((name) => name ?? unknown);
      const scores = grouped(outcome, names);
      const hasOwnSpeakers = kind === 'sex' || kind === 'corpus';
      return [kind, hasOwnSpeakers ? withIntervals(scores, predictions, names, options) : scores];
    }),
  );
}

/** The same groups with the intervals of their UAR, and the gap between them. */
function withIntervals(
  { worst, groups }: GroupedMeasures,
  predictions: readonly ClipPrediction[],
  names: readonly string[],
  options: GroupIntervalOptions,
): GroupedMeasures {
  const measured = groups.map((group) => {
    const own = predictions.filter((_, i) => names[i] === group.name);
    const interval = groupInterval(own, options);
    return { ...group, ...(interval && { interval }) };
  });
  const gap = groupGap(measured);
  return { worst, groups: measured, ...(gap && { gap }) };
}

/** The group of each clip, for each kind of group. */
function namesOf(
  utterances: readonly Utterance[],
): Readonly<Record<GroupKind, readonly (string | undefined)[]>> {
  const severalCorpora = new Set(utterances.map(({ corpus }) => corpus)).size > 1;
  const within = (corpus: string, name: string) => (severalCorpora ? `${corpus}/${name}` : name);
  return {
    speaker: utterances.map(({ corpus, speaker }) =>
      speaker === undefined ? undefined : within(corpus, speaker),
    ),
    sex: utterances.map(({ sex }) => sex),
    corpus: utterances.map(({ corpus }) => corpus),
    sentence: utterances.map(({ corpus, text }) => (text === undefined ? undefined : within(corpus, text))),
  };
}

function grouped(outcome: Outcome, names: readonly string[]): GroupedMeasures {
  const groups = groupScores(outcome, names);
  return {
    worst: worstGroup(groups, 'uar')!.group,
    groups: groups.map(measuresOf).sort((a, b) => numerically(a.name, b.name)),
  };
}

function measuresOf({ group, nItems, chance, scores }: GroupScores): GroupMeasures {
  const { accuracy, uar, macroF1, macroPrecision, macroRecall } = scores;
  return { name: group, clips: nItems, chance, accuracy, uar, macroF1, macroPrecision, macroRecall };
}

const numerically = new Intl.Collator('en', { numeric: true }).compare;
