import { requireInteger, requireOneOf } from '@ser/core';
import { encoderFeatureNames, requireEncoderOptions } from '@ser/dsp';
import type { EncoderOptions } from './encoderOptions.js';
import { openHuggingFace } from './huggingFace/openHuggingFace.js';
import { encoderCard } from './model/encoderCard.js';
import { OnnxSpeechEncoder } from './onnxSpeechEncoder.js';
import { engineNames } from './runtime/engine.js';
import { useSession } from './runtime/sharedSession.js';
import type { SpeechEncoder } from './speechEncoder.js';

/**
 * Opens the bundled encoder, or another one by its folder or URL. Encoders with the same file, engine, and number of
 * threads share one session of ONNX Runtime.
 *
 * @throws {SerError} `invalid-option`, `engine-unavailable`
 * @throws {SerError} with `model`: `encoder-not-found`, `invalid-encoder`, `unsupported-encoder`, `layer-unavailable`,
 *   `checksum-mismatch`, `download-failed`, `offline`, `cache-failed`
 *
 * @example
 * const encoder = await createEncoder();
 * const { data, names } = await encoder.embed(clip); // 2304 numbers
 * await encoder.close();
 *
 * @example
 * const wavlm = await createEncoder({ model: './wavlm-base', layers: [6, 7] });
 */
export async function createEncoder(options: EncoderOptions = {}): Promise<SpeechEncoder> {
  const { layers = encoderCard.layers, model, file, sha256, engine = 'auto', threads = 1 } = options;
  requireOneOf('engine', engine, ['auto', ...engineNames]);
  requireInteger('threads', threads, { min: 1 });
  const runtime = { engine, threads };
  if (model === undefined) {
    const names = encoderFeatureNames(layers);
    return new OnnxSpeechEncoder({ layers: [...layers], names, use: await useSession(runtime) });
  }
  requireEncoderOptions({
    model,
    layers: options.layers!,
    ...(file !== undefined && { file }),
    ...(sha256 !== undefined && { sha256 }),
  });
  return openHuggingFace({ location: model, file, layers: [...layers], sha256, runtime, files: options });
}
