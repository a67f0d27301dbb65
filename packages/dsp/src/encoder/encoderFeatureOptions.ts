import { invalidOption, requireInteger } from '@ser/core';
import { requireNames } from '../options/requireNames.js';
import { encoderFeatureNames, type EncoderStatistic, encoderStatistics } from './encoderLayers.js';

export interface EncoderFeatureOptions {
  /**
   * Layers of the speech encoder whose statistics describe a clip, none twice: of 1 to 3 of the bundled one. Those of
   * another encoder are numbered as the `hidden_states` of `transformers`: 0 is the input of the first layer, 1 the
   * output of the first. With `model`, the layers are required.
   *
   * @default [1, 2, 3]
   */
  readonly layers?: readonly number[];
  /**
   * Statistics of every channel over the time of a clip, none twice. Means alone are half the numbers, and vary less
   * between rooms and microphones.
   *
   * @default ['mean', 'std']
   */
  readonly statistics?: readonly EncoderStatistic[];
  /**
   * Another encoder in place of the bundled one: a folder or the base URL of an ONNX export in the Hugging Face layout.
   *
   * @default the bundled encoder of @ser/encoder
   */
  readonly model?: string;
  /**
   * The ONNX file of `model`, by its path below the folder or URL, such as `onnx/model_quantized.onnx`.
   *
   * @default 'onnx/model.onnx', or 'onnx/encoder_model.onnx' of Whisper
   */
  readonly file?: string;
  /**
   * Channels of each layer of `model`, an integer from 1 to 16384. `resolveFeatures` of @ser/encoder fills it in.
   *
   * @default unknown until the encoder is opened
   */
  readonly width?: number;
  /**
   * SHA-256 of `model`, 64 hexadecimal digits, as `resolveFeatures` of @ser/encoder fills it in. Any other encoder is
   * refused.
   *
   * @default unknown until the encoder is opened
   */
  readonly sha256?: string;
}

/** Greatest number of a layer. */
const maxLayer = 999;
const maxWidth = 16384;

/** Checks the options of the feature `encoder`. @throws {SerError} `invalid-option` */
export function requireEncoderOptions(options: EncoderFeatureOptions): void {
  const { layers, statistics, model, file, width, sha256 } = options;
  if (statistics !== undefined) requireNames('statistics', statistics, encoderStatistics);
  if (model === undefined) {
    encoderFeatureNames(layers);
    const extra = Object.entries({ file, width, sha256 }).find(([, value]) => value !== undefined);
    if (extra) throw invalidOption(extra[0], 'absent without `model`', extra[1]);
    return;
  }
  if (typeof model !== 'string' || model === '') throw invalidOption('model', 'a folder or a URL', model);
  requireLayers(layers);
  if (file !== undefined) requireFile(file);
  if (width !== undefined) requireInteger('width', width, { min: 1, max: maxWidth });
  if (sha256 !== undefined) requireSha256(sha256);
}

function requireLayers(layers: unknown): void {
  const isList =
    Array.isArray(layers) &&
    layers.length > 0 &&
    new Set(layers).size === layers.length &&
    layers.every((layer) => Number.isInteger(layer) && layer >= 0 && layer <= maxLayer);
  if (isList) return;
  const required = `a list of at least one layer from 0 to ${maxLayer} of \`model\`, each at most once`;
  throw invalidOption('layers', required, layers);
}

/** A path that stays below the folder. */
function requireFile(file: unknown): void {
  const isPath =
    typeof file === 'string' && /^([\w-][\w.-]*\/)*[\w-][\w.-]*\.onnx$/.test(file) && file.length <= 200;
  if (isPath) return;
  throw invalidOption('file', 'the path of an .onnx file below `model`, such as `onnx/model.onnx`', file);
}

function requireSha256(sha256: unknown): void {
  if (typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)) return;
  throw invalidOption('sha256', '64 lowercase hexadecimal digits', sha256);
}
