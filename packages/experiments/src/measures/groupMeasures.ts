import type { Utterance } from '@ser/datasets';
import { groupScores, worstGroup, type GroupScores, type Outcome } from '@ser/metrics';
import type { ClipPrediction } from '../training/predict.js';
import { outcomeOfClips } from '../training/score.js';
import type { GroupedMeasures, GroupKind, GroupMeasures, Measures } from './runMetrics.js';

const unknown = 'unknown';

/**
 * The scores of each speaker, sex, corpus, and sentence. With several corpora, the names of speakers and sentences include
 * the corpus.
 */
export function groupMeasures(predictions: readonly ClipPrediction[], nClasses: number): Measures['groups'] {
  const utterances = predictions.map(({ utterance }) => utterance);
  const outcome = outcomeOfClips(predictions, nClasses);
  const known = Object.entries(namesOf(utterances)).filter(([, names]) =>
    names.some((name) => name !== undefined),
  );
  return Object.fromEntries(
    known.map(([kind, names]) => [
      kind,
      grouped(
        outcome,
        names.map((name) => name ?? unknown),
      ),
    ]),
  );
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
