import { listed } from '../words.js';
import { membersOf } from './membersOf.js';
import { normalizationSummary } from './normalizationSummary.js';
import type { NormalizationSummary } from './normalizationSummary.js';
import type { Recipe } from './recipe.js';

/** How a recipe normalises: as its classifier does, or its classifiers, by their names where they differ. */
export function recipeNormalization(recipe: Recipe): NormalizationSummary {
  const members = membersOf(recipe).map((member) => ({ ...member, ...normalizationSummary(member.recipe) }));
  const [first] = members;
  const all = <Key extends 'scope' | 'clip'>(key: Key) =>
    members.every((member) => member[key] === first![key]);
  const strangers = members.map((member) => member.strangers);
  return {
    scope: all('scope') ? first!.scope : 'several',
    clip: all('clip') ? first!.clip : null,
    strangers: (['own', 'average'] as const).find((known) => strangers.includes(known)) ?? null,
    sentence: sentenceOf(members),
  };
}

function sentenceOf(members: readonly { readonly name?: string; readonly sentence: string }[]): string {
  const sentences = [...new Set(members.map(({ sentence }) => sentence))];
  if (sentences.length === 1) return sentences[0]!;
  const namesOf = (said: string) =>
    listed(members.flatMap(({ name, sentence }) => (name !== undefined && sentence === said ? [name] : [])));
  return sentences.map((sentence) => `For ${namesOf(sentence)}: ${sentence}`).join(' ');
}
