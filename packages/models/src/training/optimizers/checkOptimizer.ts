import { checkNotNegative, checkOneOf, checkPositive, checkShare, invalidOption } from '../optionChecks.js';
import { type OptimizerDescription, optimizerNames } from './optimizerDescription.js';

const clippings = ['clipNorm', 'clipValue', 'globalClipNorm'] as const;

/** @throws {SerError} `invalid-option` that names the option, such as `optimizer.momentum` */
export function checkOptimizer(optimizer: OptimizerDescription): void {
  const { name, momentum, nesterov } = optimizer;
  checkOneOf('optimizer.name', name, optimizerNames);
  checkPositive('optimizer.learningRate', optimizer.learningRate);
  checkShare('optimizer.momentum', momentum);
  checkNotNegative('optimizer.weightDecay', optimizer.weightDecay);
  for (const clipping of clippings) checkPositive(`optimizer.${clipping}`, optimizer[clipping]);
  if (momentum !== undefined && name !== 'sgd' && name !== 'rmsprop') {
    throw invalidOption('optimizer.momentum', `left out with ${name}; sgd and rmsprop have it`, momentum);
  }
  if (nesterov !== undefined && name !== 'sgd') {
    throw invalidOption('optimizer.nesterov', `left out with ${name}; sgd has it`, nesterov);
  }
  const given = clippings.filter((clipping) => optimizer[clipping] !== undefined);
  if (given.length > 1) {
    throw invalidOption('optimizer', `with one of ${clippings.join(', ')} at most`, given.join(' and '));
  }
}
