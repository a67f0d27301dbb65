import { OnnxError } from '../errors.js';
import { isNode } from './isNode.js';
import type { OnnxRuntime } from './onnxLibrary.js';
import { openNativeRuntime } from './openNativeRuntime.js';
import { openWebRuntime } from './openWebRuntime.js';

/** Where ONNX Runtime runs: natively (package `onnxruntime-node`) or in WebAssembly (part of this package). */
export const onnxEngineNames = ['onnx-node', 'onnx-web'] as const;

export type OnnxEngineName = (typeof onnxEngineNames)[number];

export interface OnnxRuntimeOptions {
  /** `'auto'` takes the native one in Node, where it is installed, else WebAssembly. */
  readonly engine: OnnxEngineName | 'auto';
  /** Threads that compute, an integer from 1. */
  readonly threads: number;
}

/**
 * Loads ONNX Runtime.
 *
 * @throws {SerError} `engine-unavailable` with the reasons as its `cause`
 *
 * @example
 * const runtime = await openRuntime({ engine: 'auto', threads: 1 });
 * const session = await openSession(runtime, bytes);
 */
export async function openRuntime({ engine, threads }: OnnxRuntimeOptions): Promise<OnnxRuntime> {
  if (engine === 'onnx-node') return openNativeRuntime(threads);
  if (engine === 'onnx-web' || !isNode()) return openWebRuntime(threads);
  try {
    return await openNativeRuntime(threads);
  } catch (native) {
    return openWebRuntime(threads).catch((web: unknown) => {
      throw noneAvailable([native, web]);
    });
  }
}

function noneAvailable(reasons: readonly unknown[]): OnnxError {
  return new OnnxError(
    'engine-unavailable',
    'ONNX Runtime works neither natively nor in WebAssembly here; the reasons are in `cause`. Install the native one ' +
      'with `npm install onnxruntime-node`.',
    { cause: new AggregateError(reasons, reasons.map(String).join('\n')) },
  );
}
