import { findCorpus, type SplitRequest, type Utterance } from '@ser/datasets';
import { ExperimentError } from '../errors.js';
import { listed } from '../formatText.js';
import { isListed, type DataSource } from './dataFolder.js';
import type { Normalization, NormalizationScope } from './normalization.js';
import type { Member, Recipe } from './recipe.js';

/** What a run chooses itself when it uses its own recordings. */
export interface AdaptOptions {
  readonly data: readonly DataSource[];
  /** The emotions to use. @default those of the recipe that the recordings have, then their other labels */
  readonly labels?: readonly string[] | undefined;
  /** @default chosen by what is known about the recordings */
  readonly split?: SplitRequest | undefined;
  readonly normalize?: NormalizationScope | Normalization | undefined;
}

/** Whether some recordings belong to a corpus that the recipe does not name. */
export function hasOwnData(recipe: Recipe, data: readonly DataSource[]): boolean {
  return data.some(
    (source) => isListed(source) && !recipe.corpora.some(({ name }) => name === source.corpus),
  );
}

/**
 * The recipe for recordings that it does not name: their corpora and labels, and a split that they allow. Everything else
 * stays, and notes say what changed.
 *
 * @throws {SerError} `unknown-speaker` if speakers are unknown and per-speaker normalization is asked for
 */
export function adaptRecipe(recipe: Recipe, options: AdaptOptions): Recipe {
  const { data } = options;
  const names = data.map(({ corpus }) => corpus);
  const labels = options.labels ?? labelsOf(recipe, data);
  const used = data.flatMap((source) => (isListed(source) ? source.utterances : []));
  const clips = used.filter(({ emotion }) => labels.includes(emotion));
  const nameless = clips.filter(({ speaker }) => speaker === undefined).length;
  if (nameless > 0) refuseSpeakerNormalization(options.normalize, nameless, clips.length);
  const split = options.split === undefined ? splitFor(recipe, data, clips) : recipe.split;
  const { sourceSplit, evaluation, ...kept } = recipe;
  const keepsSource = sourceSplit !== undefined && sourceSplit.kind === 'random' && nameless === 0;
  const { fourClasses, ...others } = evaluation ?? {};
  const keepsFour = fourClasses?.every((label) => labels.includes(label)) ?? false;
  return {
    ...kept,
    corpora: names.map((name) => ({ name })),
    corporaTaken: 'all',
    labels,
    split,
    notes: [...(recipe.notes ?? []), ...notesOf(recipe, { names, split, nameless, nClips: clips.length })],
    ...(keepsSource && split.kind !== 'table' && { sourceSplit }),
    ...(evaluation &&
      nameless === 0 && {
        evaluation: { ...others, enrollment: evaluation.enrollment, ...(keepsFour && { fourClasses }) },
      }),
    members: recipe.members.map((member) => adaptMember(member, recipe.labels, labels, nameless > 0)),
  };
}

/** In the recipe's order, then those that it does not have, by their words. */
function labelsOf(recipe: Recipe, data: readonly DataSource[]): readonly string[] {
  const own = new Set<string>();
  const known = new Set<string>();
  for (const source of data) {
    if (isListed(source)) for (const { emotion } of source.utterances) own.add(emotion);
    else for (const label of findCorpus(source.corpus).labels) known.add(label);
  }
  const wanted = recipe.labels.filter((label) => own.has(label) || known.has(label));
  return [...wanted, ...[...own].filter((label) => !wanted.includes(label)).sort()];
}

/** The `split` column if all clips have one; groups if speakers are unknown; otherwise the recipe's. */
function splitFor(recipe: Recipe, data: readonly DataSource[], clips: readonly Utterance[]): SplitRequest {
  const { validationFraction } = recipe.split;
  const validation = validationFraction === undefined ? {} : { validationFraction };
  const isComplete = data.every(isListed) && clips.every(({ split }) => split !== undefined);
  if (isComplete && new Set(clips.map(({ split }) => split)).size > 1)
    return { kind: 'table', ...validation };
  if (clips.some(({ speaker }) => speaker === undefined)) return { kind: 'group', ...validation };
  if (recipe.split.kind === 'published') return { kind: 'speaker-folds', ...validation };
  const needsCorpora = recipe.split.kind === 'leave-one-corpus-out' && data.length < 2;
  return needsCorpora ? { kind: 'speaker-folds', ...validation } : recipe.split;
}

function notesOf(
  recipe: Recipe,
  run: {
    readonly names: readonly string[];
    readonly split: SplitRequest;
    readonly nameless: number;
    readonly nClips: number;
  },
): readonly string[] {
  const notes = [
    `Run on ${listed(run.names)}. The notes above and the score of the source are about other recordings, so the scores are ` +
      'not comparable.',
  ];
  if (run.nameless > 0) {
    notes.push(
      `${run.nameless === run.nClips ? 'No clip has' : `${run.nameless} of ${run.nClips} clips have no`} a speaker, so the same ` +
        'voice may be in the training and the test clips: expect lower scores on new speakers.',
    );
  }
  if (run.split.kind === 'table') notes.push('The clips are split by the `split` column of the table.');
  const normalizesSpeakers = recipe.members.some(({ normalize }) => normalize.scope === 'speaker');
  if (run.nameless > 0 && normalizesSpeakers) {
    notes.push(
      'Features are normalized by the training clips instead of per speaker, because speakers are unknown.',
    );
  }
  return notes;
}

function adaptMember(
  member: Member,
  before: readonly string[],
  labels: readonly string[],
  speakersUnknown: boolean,
): Member {
  const { classWeights, ...training } = member.training;
  const weights = Array.isArray(classWeights)
    ? labels.map((label) => (classWeights as readonly number[])[before.indexOf(label)] ?? 1)
    : classWeights;
  const { scope, clip } = member.normalize;
  const normalize =
    speakersUnknown && scope === 'speaker' ? { scope: 'train' as const, clip } : member.normalize;
  return {
    ...member,
    normalize,
    training: { ...training, ...(weights !== undefined && { classWeights: weights }) },
  };
}

function refuseSpeakerNormalization(
  normalize: AdaptOptions['normalize'],
  nameless: number,
  nClips: number,
): void {
  const scope = typeof normalize === 'string' ? normalize : normalize?.scope;
  if (scope !== 'speaker') return;
  throw new ExperimentError(
    'unknown-speaker',
    `Per-speaker normalization needs the speaker of every clip; ${nameless} of ${nClips} have none. Name the speakers, or ` +
      'use `train`.',
  );
}
