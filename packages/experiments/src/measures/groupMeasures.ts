import type { Utterance } from '@ser/datasets';
import { groupScores, worstGroup, type GroupScores, type Outcome } from '@ser/metrics';
import type { ClipPrediction } from '../training/predict.js';
import { outcomeOf } from '../training/score.js';
import type { GroupedMeasures, GroupKind, GroupMeasures, Measures } from './runMetrics.js';

const UNKNOWN = 'unknown';

/**
 * The predictions of each speaker, sex, corpus and sentence by themselves. Where there are several corpora, speakers and
 * sentences have the corpus before their name.
 */
export function groupMeasures(predictions: readonly ClipPrediction[], nClasses: number): Measures['groups'] {
  const utterances = predictions.map(({ utterance }) => utterance);
  const outcome = outcomeOf(predictions, nClasses);
  const known = Object.entries(namesOf(utterances)).filter(([, names]) =>
    names.some((name) => name !== undefined),
  );
  return Object.fromEntries(
    known.map(([kind, names]) => [
      kind,
      grouped(
        outcome,
        names.map((name) => name ?? UNKNOWN),
      ),
    ]),
  );
}

/** Of each kind, the group of each clip. */
function namesOf(
  utterances: readonly Utterance[],
): Readonly<Record<GroupKind, readonly (string | undefined)[]>> {
  const severalCorpora = new Set(utterances.map(({ corpus }) => corpus)).size > 1;
  const within = (corpus: string, name: string) => (severalCorpora ? `${corpus}/${name}` : name);
  return {
    speaker: utterances.map(({ corpus, speaker }) => within(corpus, speaker)),
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
