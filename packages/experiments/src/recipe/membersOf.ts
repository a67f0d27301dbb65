import type { FusedRecipe, Method, Recipe, SingleRecipe } from './recipe.js';

/** What a run trains in each fold: the classifier of a recipe, or one of those whose answers are averaged. */
export interface RecipeMember {
  /** Absent for the classifier of a recipe that has only one. */
  readonly name?: string;
  /** How much its probabilities count in the mean. */
  readonly weight: number;
  /** The recipe as if there were no other member. */
  readonly recipe: SingleRecipe;
}

export function isFused(recipe: Recipe): recipe is FusedRecipe {
  return recipe.members !== undefined;
}

/** The classifiers of a recipe, each as a recipe of its own. */
export function membersOf(recipe: Recipe): readonly RecipeMember[] {
  if (!isFused(recipe)) return [{ weight: 1, recipe }];
  const { members, ...task } = recipe;
  return members.map(({ name, weight = 1, ...method }) => ({ name, weight, recipe: { ...task, ...method } }));
}

/** The recipe with something changed in the method of each of its classifiers. */
export function changeMethods(recipe: Recipe, change: (method: Method) => Partial<Method>): Recipe {
  if (!isFused(recipe)) return { ...recipe, ...change(recipe) };
  return { ...recipe, members: recipe.members.map((member) => ({ ...member, ...change(member) })) };
}
