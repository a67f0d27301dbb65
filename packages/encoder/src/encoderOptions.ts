import type { EncoderLayer } from '@ser/dsp';
import type { EngineName } from './runtime/engine.js';

export interface EncoderOptions {
  /**
   * Layers whose statistics describe a clip, of 1 to 3, none twice.
   *
   * @default [1, 2, 3]
   */
  readonly layers?: readonly EncoderLayer[];
  /**
   * 'onnx-node' is the native ONNX Runtime (package `onnxruntime-node`), 'onnx-web' the one in WebAssembly, which is
   * always installed. 'auto' takes the native one in Node, where it is installed, else WebAssembly.
   *
   * @default 'auto'
   */
  readonly engine?: EngineName | 'auto';
  /**
   * Threads that compute, an integer from 1. WebAssembly uses more than one only in Node and in pages that are
   * isolated across origins.
   *
   * @default 1
   */
  readonly threads?: number;
}
