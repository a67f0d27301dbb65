import { classifierKinds } from '@ser/classifiers';
import { emotionOfWord, type Split } from '@ser/datasets';
import type { Member } from '../recipe/recipe.js';
import type { Listing } from './listing.js';

/** What users of their own recordings should know before training, one sentence or two for each. */
export function dataWarnings(
  { utterances }: Listing,
  labels: readonly string[],
  split: Split,
  members: readonly Pick<Member, 'name' | 'classifier'>[],
): readonly string[] {
  const nameless = utterances.filter(({ speaker }) => speaker === undefined).length;
  const missing = untrainedLabels(utterances, labels, split);
  return [
    ...(nameless > 0 ? [speakersUnknown(nameless, utterances.length)] : []),
    ...(split.kind === 'table' && !split.speakerIndependent && nameless === 0 ? [split.protocol] : []),
    ...unusedColumns(utterances, members),
    ...(missing.length > 0 ? [`Not every fold has training clips labeled ${missing.join(', ')}.`] : []),
    ...labels.flatMap((label) => synonym(label, labels)),
  ];
}

/** Weights and votes that some member is not trained with. */
function unusedColumns(
  utterances: Listing['utterances'],
  members: readonly Pick<Member, 'name' | 'classifier'>[],
): readonly string[] {
  const namesOf = (kinds: readonly string[]) =>
    members.filter(({ classifier }) => !kinds.includes(classifier.kind)).map(({ name }) => name);
  const unweighted = namesOf(classifierKinds);
  const unvoted = namesOf(['ridge', 'kernelRidge']);
  const hasWeights = utterances.some(({ weight }) => weight !== undefined);
  const hasVotes = utterances.some(({ votes }) => votes !== undefined);
  return [
    ...(hasWeights && unweighted.length > 0
      ? [
          `Training of ${unweighted.join(', ')} does not use the \`weight\` column: only classifiers without epochs do.`,
        ]
      : []),
    ...(hasVotes && unvoted.length > 0
      ? [
          `Training of ${unvoted.join(', ')} uses the labels, not the votes: only ridge and kernel ridge use votes.`,
        ]
      : []),
  ];
}

/** The labels without training clips in some fold; splits by speaker say so in their protocol. */
function untrainedLabels(
  utterances: Listing['utterances'],
  labels: readonly string[],
  { kind, folds }: Split,
): readonly string[] {
  if (kind !== 'table' && kind !== 'group') return [];
  const emotionOf = new Map(utterances.map(({ id, emotion }) => [id, emotion]));
  const trained = folds.map(({ train }) => new Set(train.map((id) => emotionOf.get(id))));
  return labels.filter((label) => !trained.every((emotions) => emotions.has(label)));
}

function speakersUnknown(nameless: number, total: number): string {
  return (
    `SPEAKERS UNKNOWN: ${nameless} of ${total} clips have no speaker, so the same voice may be in the training and the test ` +
    'clips. Expect lower scores on new speakers. To measure them, name the speakers: a `speaker` column in a table, ' +
    '`--speaker-from` or `--speaker-level` for a folder.'
  );
}

function synonym(label: string, labels: readonly string[]): readonly string[] {
  const emotion = emotionOfWord(label);
  if (emotion === undefined || emotion === label || !labels.includes(emotion)) return [];
  return [
    `The labels \`${label}\` and \`${emotion}\` may mean the same. To join them, use \`--map ${label}=${emotion}\`.`,
  ];
}
