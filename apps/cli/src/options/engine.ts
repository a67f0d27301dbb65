import { Option } from 'commander';
import { notBuiltYet, UsageError } from '../usageError.js';

export const engineChoices = ['auto', 'tfjs-node', 'tfjs-wasm', 'tfjs-cpu'] as const;
export type EngineChoice = (typeof engineChoices)[number];

const enginesToCome = new Set(['onnx-node', 'onnx-web']);

/** `--engine NAME`, the same for every command that computes. */
export function engineOption(): Option {
  return new Option('--engine <name>', `what computes: ${engineChoices.join(', ')}`)
    .default('auto')
    .argParser(parseEngineChoice);
}

/** @throws {UsageError} `not-built-yet` for the ONNX engines, `unknown-engine` for any other name */
export function parseEngineChoice(name: string): EngineChoice {
  const known = engineChoices.find((choice) => choice === name);
  if (known) return known;
  if (enginesToCome.has(name)) throw notBuiltYet(`--engine ${name}`);
  throw new UsageError(
    'unknown-engine',
    `Unknown engine \`${name}\`. Use one of ${engineChoices.join(', ')}.`,
  );
}
