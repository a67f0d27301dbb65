import { Option } from 'commander';
import { oneOf } from './oneOf.js';

const engineChoices = ['auto', 'onnx-node', 'tfjs-node', 'onnx-web', 'tfjs-wasm', 'tfjs-cpu'] as const;
export type EngineChoice = (typeof engineChoices)[number];

/** `--engine NAME`, the same for every command that computes. */
export function engineOption(): Option {
  return new Option('--engine <name>', `compute engine: ${engineChoices.join(', ')}`)
    .default('auto')
    .argParser(oneOf('--engine', engineChoices, 'unknown-engine'));
}
