import type { Scores } from '@ser/metrics';
import type { SearchParameter } from '../../src/recipe/searchSpace.js';
import { sampleTrials } from '../../src/tune/sampleTrials.js';
import { ranked } from '../../src/tune/trialOutcome.js';
import type { TuningMetrics } from '../../src/tune/tuningMetrics.js';
import { sampleMetrics } from '../sampleRun.js';

const recipe = {
  training: { optimizer: { learningRate: 0.001 }, batchSize: 64 },
  classifier: { dense: [64], dropout: 0.2 },
};

export const parameters: Record<string, SearchParameter> = {
  '/training/optimizer/learningRate': { kind: 'log', low: 1e-5, high: 0.1 },
  '/training/batchSize': { kind: 'choice', values: [16, 32, 64, 128] },
  '/classifier/dense': { kind: 'choice', values: [[64], [128, 64], [256, 128, 64]] },
  '/classifier/dropout': { kind: 'linear', low: 0, high: 0.5 },
};

/** A search that never took place: 18 trials in two rungs, of which the higher the dropout the better; trial 2 failed. */
export function sampleTuning(overrides: Partial<TuningMetrics> = {}): TuningMetrics {
  const trials = sampleTrials(recipe, { parameters }, { n: 18, seed: 3 });
  const outcomes = trials.map(({ trial, values }) => {
    const uar = 0.3 + 0.5 * (values['/classifier/dropout'] as number) + 0.004 * trial;
    return { trial, epochs: 10, scores: { uar } as Scores, seconds: 12.25 };
  });
  const goOn = ranked(outcomes.slice(2), 'uar').slice(0, 6);
  const rungsOf = (trial: number) => {
    const early = { epochs: 10, seconds: 12.25 };
    if (trial === 2) return [{ ...early, failure: { code: 'diverged', message: 'The loss is not finite.' } }];
    const { scores } = outcomes[trial - 1]!;
    const late = { epochs: 30, scores: { ...scores, uar: scores.uar + 0.07 }, seconds: 36.5 };
    return [{ ...early, scores }, ...(goOn.some((outcome) => outcome.trial === trial) ? [late] : [])];
  };
  const best = goOn[0]!;
  return {
    recipe: 'sample-recipe',
    title: 'A sample',
    seed: 3,
    engine: 'tfjs-wasm',
    method: 'halving',
    metric: 'uar',
    parameters,
    rungs: [10, 30],
    speakers: { train: ['01', '02', '03', '04'], watched: [], validation: ['05', '06'], test: ['07', '08'] },
    trials: trials.map((one) => ({ ...one, rungs: rungsOf(one.trial) })),
    best: { ...trials[best.trial - 1]!, epochs: 30, scores: { ...best.scores, uar: best.scores.uar + 0.07 } },
    test: sampleMetrics(),
    seconds: { trials: 431.2, best: 51.1 },
    ...overrides,
  };
}
