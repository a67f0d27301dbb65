import { OnnxError } from '../errors.js';
import { losses } from './losses.js';
import type { OptimizerDescription } from './optimizers/optimizerDescription.js';
import type { TrainingGraphOptions } from './trainingOptions.js';

/** @throws {SerError} `invalid-option` */
export function checkTrainingOptions(options: TrainingGraphOptions): void {
  const { loss, labelSmoothing = 0, metrics = [] } = options;
  oneOf('loss', loss, Object.keys(losses));
  share('labelSmoothing', labelSmoothing);
  for (const metric of metrics) oneOf('metrics', metric, ['accuracy']);
  if (loss === 'meanSquaredError' && labelSmoothing > 0) {
    throw invalid(
      'labelSmoothing',
      'is for cross-entropies only; leave it out with meanSquaredError',
      labelSmoothing,
    );
  }
  if (loss === 'meanSquaredError' && metrics.length > 0) {
    throw invalid('metrics', 'has no meaning for meanSquaredError; leave it out', metrics.join());
  }
  checkOptimizer(options.optimizer);
}

const shares = ['momentum', 'beta1', 'beta2', 'rho'];
const clippings = ['clipValue', 'clipNorm', 'globalClipNorm'];

function checkOptimizer(optimizer: OptimizerDescription): void {
  oneOf('optimizer.name', optimizer.name, ['sgd', 'adam', 'adamW', 'rmsprop']);
  for (const [name, value] of Object.entries(optimizer)) {
    if (value === undefined) continue;
    if (shares.includes(name)) share(`optimizer.${name}`, value);
    if (name === 'weightDecay') number(`optimizer.${name}`, value, 'at least 0', value >= 0);
    if (name === 'epsilon' || clippings.includes(name))
      number(`optimizer.${name}`, value, 'above 0', value > 0);
  }
  const asked = clippings.filter((name) =>
    Object.entries(optimizer).some(([key, value]) => key === name && value !== undefined),
  );
  if (asked.length > 1) throw invalid('optimizer', 'may clip in one way only', asked.join(' and '));
}

function share(option: string, value: number): void {
  number(option, value, 'at least 0 and below 1', value >= 0 && value < 1);
}

function number(option: string, value: number, requirement: string, holds: boolean): void {
  if (!Number.isFinite(value) || !holds) throw invalid(option, `must be a number ${requirement}`, value);
}

function oneOf(option: string, value: string, known: readonly string[]): void {
  if (!known.includes(value)) throw invalid(option, `must be one of ${known.join(', ')}`, value);
}

function invalid(option: string, requirement: string, value: unknown): OnnxError {
  return new OnnxError('invalid-option', `\`${option}\` ${requirement}; got ${String(value)}.`);
}
