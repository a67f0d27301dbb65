import * as tf from '@tensorflow/tfjs-core';
import { ModelError } from '../errors.js';

/** The engines of this version, fastest first: the order in which `'auto'` tries them. */
export const engineNames = ['tfjs-node', 'tfjs-wasm', 'tfjs-cpu'] as const;

/** What runs the arithmetic of a network. */
export type EngineName = (typeof engineNames)[number];

/**
 * An open engine, made by `openEngine` and passed to whatever computes.
 *
 * It holds no state of its own: TensorFlow.js keeps one backend current for the whole process, and each
 * function of this package makes its engine's backend current before it computes.
 */
export interface Engine {
  readonly name: EngineName;
  /** One line for people: library, version and what runs underneath. */
  readonly description: string;
}

/** The backend of TensorFlow.js behind each engine. */
export const backendOf: Readonly<Record<EngineName, string>> = {
  'tfjs-node': 'tensorflow',
  'tfjs-wasm': 'wasm',
  'tfjs-cpu': 'cpu',
};

/**
 * Makes the engine's backend the current one of TensorFlow.js, at once: an open backend needs no waiting.
 *
 * @throws {ModelError} `engine-unavailable` when the engine was never opened in this process
 */
export function activateEngine(engine: Engine): void {
  const backend = backendOf[engine.name];
  if (tf.engine().backendName === backend) return;
  if (!tf.findBackend(backend)) {
    throw new ModelError(
      'engine-unavailable',
      `Engine \`${engine.name}\` is not open in this process. Open it with \`await openEngine('${engine.name}')\`.`,
    );
  }
  void tf.setBackend(backend);
}
