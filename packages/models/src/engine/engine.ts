import * as tf from '@tensorflow/tfjs-core';
import { ModelError } from '../errors.js';

/** The engines of this version, fastest first: the order in which `'auto'` tries them. */
export const engineNames = ['onnx-node', 'tfjs-node', 'onnx-web', 'tfjs-wasm', 'tfjs-cpu'] as const;

/** What runs the arithmetic of a network. */
export type EngineName = (typeof engineNames)[number];

/** An open engine, made by `openEngine` and passed to whatever computes. */
export interface Engine {
  /** One of `engineNames`, or `'tfjs-current'` for a backend that the caller set. */
  readonly name: EngineName | 'tfjs-current';
  /** One line for people: library, version, threads and what runs underneath. */
  readonly description: string;
  /** The backend of TensorFlow.js, where the name does not tell it. */
  readonly backend?: string;
}

/** The backend of TensorFlow.js that holds the weights of a model under each engine. */
const backendOf: Readonly<Partial<Record<Engine['name'], string>>> = {
  'onnx-node': 'cpu',
  'tfjs-node': 'tensorflow',
  'onnx-web': 'cpu',
  'tfjs-wasm': 'wasm',
  'tfjs-cpu': 'cpu',
};

/**
 * Makes the engine's backend the current one of TensorFlow.js, at once: an open backend needs no waiting.
 * TensorFlow.js keeps one backend current for the whole process, so every function of this package calls this
 * before it computes.
 *
 * @throws {SerError} `engine-unavailable` when the engine was never opened in this process
 */
export function activateEngine(engine: Engine): void {
  const backend = engine.backend ?? backendOf[engine.name];
  if (tf.engine().backendName === backend) return;
  if (backend === undefined || !tf.findBackend(backend)) throw notOpen(engine);
  void tf.setBackend(backend);
}

/** The error of an engine that no `openEngine` of this process has made. */
export function notOpen({ name }: Engine): ModelError {
  return new ModelError(
    'engine-unavailable',
    `Engine \`${name}\` is not open in this process. Open it with \`await openEngine('${name}')\`.`,
  );
}
