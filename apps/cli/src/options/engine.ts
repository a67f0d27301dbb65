import { Option } from 'commander';
import { UsageError } from '../usageError.js';

const engineChoices = ['auto', 'onnx-node', 'tfjs-node', 'onnx-web', 'tfjs-wasm', 'tfjs-cpu'] as const;
export type EngineChoice = (typeof engineChoices)[number];

/** `--engine NAME`, the same for every command that computes. */
export function engineOption(): Option {
  return new Option('--engine <name>', `compute engine: ${engineChoices.join(', ')}`)
    .default('auto')
    .argParser(parseEngineChoice);
}

/** @throws {UsageError} `unknown-engine` */
function parseEngineChoice(name: string): EngineChoice {
  const known = engineChoices.find((choice) => choice === name);
  if (known) return known;
  throw new UsageError(
    'unknown-engine',
    `\`--engine\` must be one of ${engineChoices.join(', ')}; got \`${name}\`.`,
  );
}
