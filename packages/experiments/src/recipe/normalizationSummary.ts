import { listed } from '../formatText.js';
import type { Normalization, NormalizationScope } from './normalization.js';
import type { Member } from './recipe.js';

/** How features were normalized, as in `metrics.json`. */
export interface NormalizationSummary {
  /** `several` if the members differ in their scope. */
  readonly scope: NormalizationScope | 'several';
  /** The largest z-score; `null` if there is no limit, or if members differ. */
  readonly clip: number | null;
  /** How test speakers were normalized; `null` without the scope `speaker`, `own` if any member uses that. */
  readonly unseenSpeakers: 'own' | 'average' | null;
  /** A sentence that says the same. */
  readonly sentence: string;
}

type NormalizedMember = Pick<Member, 'name' | 'normalize'>;

/** How the members of a recipe normalize. If they differ, the sentence names them. */
export function normalizationSummary({
  members,
}: {
  readonly members: readonly NormalizedMember[];
}): NormalizationSummary {
  const all = members.map(({ normalize }) => normalize);
  const [first] = all as [Normalization, ...Normalization[]];
  const isSame = (key: 'scope' | 'clip') => all.every((one) => one[key] === first[key]);
  const ways = all.flatMap(({ scope, unseenSpeakers = 'own' }) =>
    scope === 'speaker' ? [unseenSpeakers] : [],
  );
  return {
    scope: isSame('scope') ? first.scope : 'several',
    clip: isSame('clip') ? (first.clip ?? null) : null,
    unseenSpeakers: (['own', 'average'] as const).find((known) => ways.includes(known)) ?? null,
    sentence: sentenceOf(members),
  };
}

function sentenceOf(members: readonly NormalizedMember[]): string {
  const all = members.map(({ name, normalize }) => ({ name, sentence: normalizationSentence(normalize) }));
  const sentences = [...new Set(all.map(({ sentence }) => sentence))];
  if (sentences.length === 1) return sentences[0]!;
  const namesOf = (shared: string) =>
    listed(all.filter(({ sentence }) => sentence === shared).map(({ name }) => name));
  return sentences.map((sentence) => `For ${namesOf(sentence)}: ${sentence}`).join(' ');
}

/** How features are normalized, in a sentence to show beside every score. */
export function normalizationSentence({ scope, clip, unseenSpeakers }: Normalization): string {
  const sentence = unseenSpeakers === 'average' ? averageSentence : sentences[scope];
  return `${sentence}${clip === undefined ? '' : ` Z-scores beyond ±${clip} are set to ±${clip}.`}`;
}

const sentences = {
  train:
    'Features are normalized by the mean and deviation of the training clips (z-scores); test clips are not used.',
  speaker:
    'Features are normalized per speaker, by the mean and deviation of all clips of that speaker, without their labels; ' +
    'test speakers by their unlabeled test clips. The scores apply when several clips of a new speaker are available ' +
    'beforehand; expect less on a single clip of an unknown speaker.',
  clip: 'Features of each clip are normalized by its own frames; other clips are not used.',
} as const;

const averageSentence =
  'Features of each training speaker are normalized by that speaker’s own clips, features of test speakers by the ' +
  'average training speaker (mean of the speakers’ means and of their variances, with the same weight for every ' +
  'corpus); test clips are not used.';

/** How a saved model that was trained with per-speaker normalization treats a new speaker. */
export const unseenSpeakersSentence =
  'Trained with per-speaker normalization. By itself, the model normalizes a new speaker by the average training speaker ' +
  '(mean of the speakers’ means and of their variances, with the same weight for every corpus). Expect less than the ' +
  'score above, unless you normalize the new speaker’s features by their own clips first.';
