import { requireInteger, requireOneOf } from '@ser/core';
import { encoderFeatureNames } from '@ser/dsp';
import type { EncoderOptions } from './encoderOptions.js';
import { encoderCard } from './model/encoderCard.js';
import { OnnxSpeechEncoder } from './onnxSpeechEncoder.js';
import { engineNames } from './runtime/engine.js';
import { useSession } from './runtime/sharedSession.js';
import type { SpeechEncoder } from './speechEncoder.js';

/**
 * Opens the encoder. Encoders with the same engine and number of threads share one session of ONNX Runtime.
 *
 * @throws {SerError} `invalid-option`, `engine-unavailable`
 *
 * @example
 * const encoder = await createEncoder();
 * const { data, names } = await encoder.embed(clip); // 2304 numbers
 * await encoder.close();
 */
export async function createEncoder(options: EncoderOptions = {}): Promise<SpeechEncoder> {
  const { layers = encoderCard.layers, engine = 'auto', threads = 1 } = options;
  requireOneOf('engine', engine, ['auto', ...engineNames]);
  requireInteger('threads', threads, { min: 1 });
  const names = encoderFeatureNames(layers);
  const use = await useSession({ engine, threads });
  return new OnnxSpeechEncoder({ layers: [...layers], names, use });
}
