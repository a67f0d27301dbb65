import { ModelError } from '../errors.js';
import {
  type Cnn1dDescription,
  type ConvolutionBlock,
  type NetworkDescription,
  networkKinds,
} from './networkDescription.js';

/**
 * Checks that JSON describes a network, and gives it a type.
 *
 * @throws {ModelError} `invalid-network` that names the option, what it must be and what it is
 *
 * @example
 * parseNetworkDescription({ kind: 'cnn1d', convolutions: [{ filters: 64, kernelSize: 5 }] });
 */
export function parseNetworkDescription(json: unknown): NetworkDescription {
  const network = record(json, 'network');
  switch (network['kind']) {
    case 'cnn1d':
      return parseCnn1d(network);
    default: {
      const known = networkKinds.map((kind) => `'${kind}'`).join(', ');
      throw invalid('network.kind', `one of ${known}`, network['kind']);
    }
  }
}

function parseCnn1d(network: JsonRecord): Cnn1dDescription {
  onlyKnown(network, 'network', [
    'kind',
    'convolutions',
    'batchNormalizationMomentum',
    'pooling',
    'dense',
    'dropout',
  ]);
  const blocks = list(network['convolutions'], 'network.convolutions');
  if (blocks.length === 0) throw invalid('network.convolutions', 'at least one block', blocks);
  optional(network['pooling'], 'network.pooling', oneOf(['flatten', 'average']));
  optional(network['batchNormalizationMomentum'], 'network.batchNormalizationMomentum', share);
  optional(network['dropout'], 'network.dropout', share);
  optional(network['dense'], 'network.dense', (value, path) => {
    list(value, path).forEach((units, i) => positiveInteger(units, `${path}[${i}]`));
  });
  blocks.forEach((block, i) => checkBlock(block, `network.convolutions[${i}]`));
  return network as unknown as Cnn1dDescription;
}

function checkBlock(value: unknown, path: string): void {
  const block = record(value, path);
  const known: readonly (keyof ConvolutionBlock)[] = [
    'filters',
    'kernelSize',
    'poolSize',
    'batchNormalization',
    'dropout',
  ];
  onlyKnown(block, path, known);
  positiveInteger(block['filters'], `${path}.filters`);
  positiveInteger(block['kernelSize'], `${path}.kernelSize`);
  optional(block['poolSize'], `${path}.poolSize`, positiveInteger);
  optional(block['batchNormalization'], `${path}.batchNormalization`, oneOf([true, false]));
  optional(block['dropout'], `${path}.dropout`, share);
}

type JsonRecord = Readonly<Record<string, unknown>>;
type Check = (value: unknown, path: string) => void;

function optional(value: unknown, path: string, check: Check): void {
  if (value !== undefined) check(value, path);
}

function record(value: unknown, path: string): JsonRecord {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonRecord;
  throw invalid(path, 'an object', value);
}

function list(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw invalid(path, 'an array', value);
}

function onlyKnown(value: JsonRecord, path: string, known: readonly string[]): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  throw new ModelError(
    'invalid-network',
    `Unknown option \`${path}.${unknown}\`. Known: ${known.join(', ')}.`,
  );
}

function positiveInteger(value: unknown, path: string): void {
  if (!Number.isInteger(value) || (value as number) < 1) throw invalid(path, 'an integer >= 1', value);
}

function share(value: unknown, path: string): void {
  if (typeof value !== 'number' || !(value >= 0 && value < 1))
    throw invalid(path, 'a number in [0, 1)', value);
}

function oneOf(choices: readonly unknown[]): Check {
  return (value, path) => {
    if (!choices.includes(value)) throw invalid(path, `one of ${choices.map(shown).join(', ')}`, value);
  };
}

function invalid(path: string, requirement: string, value: unknown): ModelError {
  return new ModelError(
    'invalid-network',
    `Expected \`${path}\` to be ${requirement}, got \`${shown(value)}\`.`,
  );
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : (JSON.stringify(value) ?? 'undefined');
}
