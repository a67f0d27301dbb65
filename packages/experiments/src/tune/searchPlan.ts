import { ExperimentError } from '../errors.js';
import type { Recipe } from '../recipe/recipe.js';
import type { SearchSpace } from '../recipe/searchSpace.js';
import { asynchronousHalving } from './schedule/asynchronousHalving.js';
import { halving } from './schedule/halving.js';
import { randomSearch } from './schedule/randomSearch.js';
import { rungsOf } from './schedule/rungsOf.js';
import type { Scheduler } from './schedule/scheduler.js';
import { ranked, type ScoredOutcome, type TrialOutcome } from './trialOutcome.js';
import { epochsOf } from './trialRecipe.js';

/**
 * How a search distributes its epochs: `halving` trains all trials for a few epochs and the better ones for more, rung by
 * rung; `asha` does the same asynchronously, without waiting for a rung to finish; `random` trains every trial completely.
 */
export type SearchMethod = 'halving' | 'asha' | 'random';

/** Which trials are trained for how long, and which of them is the best. */
export interface SearchPlan {
  readonly method: SearchMethod;
  readonly scheduler: Scheduler;
  /** Epochs of each rung, rising; one rung for a random search, none if its trials differ in epochs. */
  readonly rungs: readonly number[];
  /** Total number of epochs of all trials; `asha` may need a few more. */
  readonly nEpochs: number;
  /** The best of the trials that were trained longest; `undefined` if none has scores. */
  readonly winner: (outcomes: readonly TrialOutcome[]) => ScoredOutcome | undefined;
}

export interface SearchPlanOptions {
  readonly method: SearchMethod;
  readonly search: SearchSpace;
  /** The recipes of the trials, in order, each with one member. */
  readonly recipes: readonly Recipe[];
}

/** @throws {SerError} `invalid-option` if the recipe searches epochs, but the method distributes them itself */
export function planSearch({ method, search, recipes }: SearchPlanOptions): SearchPlan {
  return method === 'random' ? randomPlan(search, recipes) : halvingPlan(method, search, recipes);
}

function randomPlan({ metric }: SearchSpace, recipes: readonly Recipe[]): SearchPlan {
  const jobs = recipes.map((recipe, index) => ({ trial: index + 1, epochs: epochsOf(recipe) }));
  const rungs = new Set(jobs.map(({ epochs }) => epochs));
  return {
    method: 'random',
    scheduler: randomSearch(jobs),
    rungs: rungs.size === 1 ? [...rungs] : [],
    nEpochs: jobs.reduce((sum, { epochs }) => sum + epochs, 0),
    winner: (outcomes) =>
      ranked(
        outcomes.filter(({ trial, epochs }) => jobs[trial - 1]?.epochs === epochs),
        metric,
      )[0],
  };
}

function halvingPlan(
  method: 'halving' | 'asha',
  search: SearchSpace,
  recipes: readonly Recipe[],
): SearchPlan {
  refuseSearchedEpochs(method, search);
  const { minEpochs, reductionFactor, metric } = search;
  const rungs = rungsOf({ maxEpochs: epochsOf(recipes[0]!), minEpochs, reductionFactor });
  const trials = recipes.map((_, index) => index + 1);
  const options = { trials, rungs, reductionFactor, metric };
  return {
    method,
    scheduler: method === 'halving' ? halving(options) : asynchronousHalving(options),
    rungs,
    nEpochs: sizesOf(trials.length, options).reduce((sum, size, rung) => sum + size * rungs[rung]!, 0),
    winner: (outcomes) => {
      const winners = rungs.flatMap((epochs) => ranked(outcomesAt(outcomes, epochs), metric).slice(0, 1));
      return winners.at(-1);
    },
  };
}

function outcomesAt(outcomes: readonly TrialOutcome[], epochs: number): readonly TrialOutcome[] {
  return outcomes.filter((outcome) => outcome.epochs === epochs);
}

/** The number of trials of each rung. */
function sizesOf(
  nTrials: number,
  { rungs, reductionFactor }: { rungs: readonly number[]; reductionFactor: number },
) {
  let size = nTrials * reductionFactor;
  return rungs.map(() => (size = Math.max(1, Math.floor(size / reductionFactor))));
}

function refuseSearchedEpochs(method: SearchMethod, { parameters }: SearchSpace): void {
  if (!('/training/epochs' in parameters)) return;
  throw new ExperimentError(
    'invalid-option',
    `\`method\` must be \`random\` for a recipe that searches \`/training/epochs\`; got \`${method}\`, which sets the ` +
      'epochs itself. Use `random`, or remove that parameter from `search`.',
  );
}
