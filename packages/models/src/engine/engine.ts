import * as tf from '@tensorflow/tfjs-core';
import { ModelError } from '../errors.js';

/** The engines in this version, fastest first: the order in which `'auto'` tries them. */
export const engineNames = ['onnx-node', 'tfjs-node', 'onnx-web', 'tfjs-wasm', 'tfjs-cpu'] as const;

/** The name of a compute engine. */
export type EngineName = (typeof engineNames)[number];

/** An open compute engine, returned by `openEngine`. */
export interface Engine {
  /** One of `engineNames`, or `'tfjs-current'` for `currentBackend`. */
  readonly name: EngineName | 'tfjs-current';
  /** One line: library, version, instruction set, and threads. */
  readonly description: string;
  /** The backend of TensorFlow.js of `currentBackend`. */
  readonly backend?: string;
}

/** The backend of TensorFlow.js that holds the weights of a model for each engine. */
const backendOf: Readonly<Partial<Record<Engine['name'], string>>> = {
  'onnx-node': 'cpu',
  'tfjs-node': 'tensorflow',
  'onnx-web': 'cpu',
  'tfjs-wasm': 'wasm',
  'tfjs-cpu': 'cpu',
};

/**
 * Makes the engine's backend the current one of TensorFlow.js. TensorFlow.js has one current backend per process, so
 * every function of this package calls this before it computes.
 *
 * @throws {SerError} `engine-unavailable` when the engine was never opened in this process
 */
export function activateEngine(engine: Engine): void {
  const backend = engine.backend ?? backendOf[engine.name];
  if (tf.engine().backendName === backend) return;
  if (backend === undefined || !tf.findBackend(backend)) throw notOpen(engine);
  void tf.setBackend(backend);
}

/** The error of an engine that `openEngine` did not open in this process. */
export function notOpen({ name }: Engine): ModelError {
  return new ModelError(
    'engine-unavailable',
    `Engine \`${name}\` is not open in this process. Open it with \`await openEngine('${name}')\`.`,
  );
}
