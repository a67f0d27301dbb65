import type { DownloadOptions } from './files/downloadOptions.js';
import type { EngineName } from './runtime/engine.js';

/** How an encoder runs. */
export interface EncoderRuntimeOptions {
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

export interface EncoderOptions extends EncoderRuntimeOptions, DownloadOptions {
  /**
   * Layers whose statistics describe a clip, none twice: of 1 to 3 of the bundled encoder. Those of `model` are numbered
   * as the `hidden_states` of `transformers` (0 is the input of the first layer) and required.
   *
   * @default [1, 2, 3]
   */
  readonly layers?: readonly number[];
  /**
   * Another encoder: a folder or the base URL of an ONNX export in the Hugging Face layout, of wav2vec 2.0, HuBERT, WavLM,
   * or Whisper.
   *
   * @default the bundled encoder
   */
  readonly model?: string;
  /**
   * The ONNX file of `model`, by its path below the folder or URL.
   *
   * @default 'onnx/model.onnx', or 'onnx/encoder_model.onnx' of Whisper
   */
  readonly file?: string | undefined;
  /**
   * SHA-256 that `model` must have, 64 lowercase hexadecimal digits: the `sha256` of an open encoder.
   *
   * @default any
   */
  readonly sha256?: string | undefined;
}
