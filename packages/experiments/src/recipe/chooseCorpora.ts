import { findCorpus } from '@ser/datasets';
import { ExperimentError } from '../errors.js';
import { listed } from '../words.js';
import { changeMethods } from './membersOf.js';
import type { Method, Recipe } from './recipe.js';

/**
 * The recipe for some of its corpora only. Labels that none of them has are left out; a note says what is missing.
 *
 * @throws {SerError} `missing-data` for a corpus that the recipe has not, or for none at all
 */
export function chooseCorpora(recipe: Recipe, chosen: readonly string[]): Recipe {
  const all = recipe.corpora.map(({ name }) => name);
  requireSome(recipe.name, all, chosen);
  const { corporaTaken, ...fixed } = recipe;
  if (all.every((name) => chosen.includes(name))) return fixed;
  const known = new Set(chosen.flatMap((name) => findCorpus(name).labels));
  const labels = recipe.labels.filter((label) => known.has(label));
  const note =
    corporaTaken === 'given' ? labelsNoteOf(recipe, chosen, labels) : noteOf(recipe, chosen, labels);
  const part = {
    ...fixed,
    corpora: recipe.corpora.filter(({ name }) => chosen.includes(name)),
    labels,
    notes: [...(recipe.notes ?? []), ...note],
  };
  return changeMethods(part, ({ training }) => ({
    training: { ...training, ...weightsOf(recipe.labels, training, labels) },
  }));
}

function requireSome(recipe: string, all: readonly string[], chosen: readonly string[]): void {
  const stranger = chosen.find((name) => !all.includes(name));
  if (stranger === undefined && chosen.length > 0) return;
  const got = stranger === undefined ? 'none' : `\`${stranger}\``;
  throw new ExperimentError(
    'missing-data',
    `\`corpora\` must name some of the corpora of ${recipe}, ${all.join(', ')}; got ${got}.`,
  );
}

/** For a recipe whose corpora are a choice, a part of them lacks nothing but what they do not have. */
function labelsNoteOf({ labels }: Recipe, chosen: readonly string[], kept: readonly string[]): string[] {
  const lost = labels.filter((label) => !kept.includes(label));
  if (lost.length === 0) return [];
  const does = chosen.length > 1 ? 'do' : 'does';
  return [`Without ${labelsText(lost)} of the recipe, which ${listed(chosen)} ${does} not have.`];
}

function noteOf({ corpora, labels }: Recipe, chosen: readonly string[], kept: readonly string[]): string[] {
  const names = corpora.map(({ name }) => name);
  const used = names.filter((name) => chosen.includes(name));
  const missing = names.filter((name) => !chosen.includes(name));
  const lost = labels.filter((label) => !kept.includes(label));
  const without = lost.length === 0 ? '' : ` and without ${labelsText(lost)}, which only those have`;
  return [
    `Run on ${used.join(', ')} only, without ${missing.join(', ')}${without}: ` +
      'the figures do not compare with those of the whole recipe.',
  ];
}

function labelsText(labels: readonly string[]): string {
  return `the ${labels.length > 1 ? 'labels' : 'label'} ${listed(labels)}`;
}

function weightsOf(
  labels: readonly string[],
  { classWeights }: Method['training'],
  kept: readonly string[],
): Partial<Method['training']> {
  if (!Array.isArray(classWeights)) return {};
  return { classWeights: classWeights.filter((_, index) => kept.includes(labels[index]!)) };
}
