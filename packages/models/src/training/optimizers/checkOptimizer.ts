import {
  boolean,
  checkFields,
  type FieldChecks,
  invalidOption,
  notNegative,
  oneOf,
  optional,
  positive,
  share,
} from '@ser/core';
import { type OptimizerDescription, type OptimizerName, optimizerNames } from './optimizerDescription.js';

const clippings = ['clipNorm', 'clipValue', 'globalClipNorm'] as const;

const optimizerChecks: FieldChecks<OptimizerDescription> = {
  name: oneOf(optimizerNames),
  learningRate: optional(positive),
  momentum: optional(share),
  nesterov: optional(boolean),
  weightDecay: optional(notNegative),
  clipNorm: optional(positive),
  clipValue: optional(positive),
  globalClipNorm: optional(positive),
};

/** @throws {SerError} `invalid-option` that names the field, such as `optimizer.momentum` */
export function checkOptimizer(optimizer: OptimizerDescription): void {
  checkFields(optimizer, 'optimizer', optimizerChecks);
  requireAbsent(optimizer, 'momentum', ['sgd', 'rmsprop']);
  requireAbsent(optimizer, 'nesterov', ['sgd']);
  const given = clippings.filter((clipping) => optimizer[clipping] !== undefined);
  if (given.length > 1) {
    throw invalidOption('optimizer', `an object with at most one of ${clippings.join(', ')}`, optimizer);
  }
}

/** A field that only some optimizers have. */
function requireAbsent(
  optimizer: OptimizerDescription,
  field: 'momentum' | 'nesterov',
  names: readonly OptimizerName[],
): void {
  if (optimizer[field] === undefined || names.includes(optimizer.name)) return;
  throw invalidOption(
    `optimizer.${field}`,
    `absent with ${optimizer.name}`,
    optimizer[field],
    `Only ${names.join(' and ')} has it.`.replace('rmsprop has', 'rmsprop have'),
  );
}
