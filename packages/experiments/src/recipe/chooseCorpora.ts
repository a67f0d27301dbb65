import { didYouMean } from '@ser/core';
import { knownCorpora } from '@ser/datasets';
import { ExperimentError } from '../errors.js';
import { listed } from '../formatText.js';
import { isListed, type DataSource } from './dataFolder.js';
import type { Member, Recipe } from './recipe.js';

export interface ChooseCorporaOptions {
  /** Names of the corpora to use. @default all, or those with a folder, if the recipe uses what it is given */
  readonly corpora?: readonly string[] | undefined;
  /** Folders of recordings. @default none */
  readonly data?: readonly DataSource[] | undefined;
}

/**
 * The recipe for some of its corpora. Labels that none of them has are dropped, and a note says what is missing.
 *
 * @throws {SerError} `missing-data` for a corpus that the recipe does not have, or for none at all
 */
export function chooseCorpora(recipe: Recipe, options: ChooseCorporaOptions): Recipe {
  const chosen = chosenCorpora(recipe, options);
  if (chosen === undefined) return recipe;
  const all = recipe.corpora.map(({ name }) => name);
  requireSome(recipe.name, all, chosen);
  const { corporaTaken, ...fixed } = recipe;
  if (all.every((name) => chosen.includes(name))) return fixed;
  const known = new Set(chosen.flatMap((name) => labelsOf(name, options.data) ?? recipe.labels));
  const labels = recipe.labels.filter((label) => known.has(label));
  const note =
    corporaTaken === 'given' ? labelsNoteOf(recipe, chosen, labels) : noteOf(recipe, chosen, labels);
  return {
    ...fixed,
    corpora: recipe.corpora.filter(({ name }) => chosen.includes(name)),
    labels,
    notes: [...(recipe.notes ?? []), ...note],
    members: recipe.members.map((member) => ({
      ...member,
      training: { ...member.training, ...weightsOf(recipe.labels, member, labels) },
    })),
  };
}

/** `undefined` if the recipe uses all of its corpora. */
function chosenCorpora(
  { corporaTaken }: Recipe,
  { corpora, data }: ChooseCorporaOptions,
): readonly string[] | undefined {
  if (corpora !== undefined || corporaTaken !== 'given' || data === undefined) return corpora;
  return [...new Set(data.map(({ corpus }) => corpus))];
}

/** The labels of a corpus; `undefined` for a corpus without a name in this package whose recordings are not listed. */
function labelsOf(name: string, data: readonly DataSource[] = []): readonly string[] | undefined {
  const source = data.find(({ corpus }) => corpus === name);
  if (source && isListed(source)) return source.utterances.map(({ emotion }) => emotion);
  return knownCorpora().find((corpus) => corpus.name === name)?.labels;
}

function requireSome(recipe: string, all: readonly string[], chosen: readonly string[]): void {
  const unknown = chosen.find((name) => !all.includes(name));
  if (unknown === undefined && chosen.length > 0) return;
  const got = unknown === undefined ? 'none' : `\`${unknown}\``;
  throw new ExperimentError(
    'missing-data',
    `\`corpora\` must name corpora of the recipe ${recipe}: ${all.join(', ')}; got ${got}.` +
      (unknown === undefined ? '' : didYouMean(unknown, all)),
  );
}

/** A recipe that uses the corpora it is given is complete without the others; only labels may be missing. */
function labelsNoteOf({ labels }: Recipe, chosen: readonly string[], kept: readonly string[]): string[] {
  const lost = labels.filter((label) => !kept.includes(label));
  if (lost.length === 0) return [];
  const does = chosen.length > 1 ? 'do' : 'does';
  return [`Without ${labelsText(lost)} of the recipe, which ${listed(chosen)} ${does} not have.`];
}

function noteOf(
  { corpora: all, labels }: Recipe,
  chosen: readonly string[],
  kept: readonly string[],
): string[] {
  const names = all.map(({ name }) => name);
  const used = names.filter((name) => chosen.includes(name));
  const missing = names.filter((name) => !chosen.includes(name));
  const lost = labels.filter((label) => !kept.includes(label));
  const without = lost.length === 0 ? '' : `, and without ${labelsText(lost)}, which only they have`;
  return [
    `Run only on ${listed(used)}, without ${listed(missing)}${without}. ` +
      'The scores are not comparable with those of the whole recipe.',
  ];
}

function labelsText(labels: readonly string[]): string {
  return `the ${labels.length > 1 ? 'labels' : 'label'} ${listed(labels)}`;
}

function weightsOf(
  labels: readonly string[],
  { training: { classWeights } }: Member,
  kept: readonly string[],
): Partial<Member['training']> {
  if (!Array.isArray(classWeights)) return {};
  return { classWeights: classWeights.filter((_, index) => kept.includes(labels[index]!)) };
}
