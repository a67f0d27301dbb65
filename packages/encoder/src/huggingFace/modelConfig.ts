import { invalidOption, requireInteger } from '@ser/core';
import { EncoderError } from '../errors.js';
import type { EncoderFile } from '../files/encoderFolder.js';
import { readJson } from './jsonFile.js';

/** Values of `model_type` whose encoder takes the waveform. */
const waveformTypes: readonly unknown[] = ['wav2vec2', 'hubert', 'wavlm'];

interface EncoderShape {
  /** Channels of each layer. */
  readonly width: number;
  /** Number of transformer layers. */
  readonly nLayers: number;
}

/** A convolution over time without padding. */
export interface Convolution {
  readonly kernel: number;
  readonly stride: number;
}

/** wav2vec 2.0, HuBERT, or WavLM. */
export interface WaveformConfig extends EncoderShape {
  readonly kind: 'waveform';
  /** From samples to positions. */
  readonly convolutions: readonly Convolution[];
}

/** The encoder of Whisper. */
export interface WhisperConfig extends EncoderShape {
  readonly kind: 'whisper';
  readonly nMels: number;
  /** Positions that the encoder takes at once, always exactly as many; 1500 are 30 s. */
  readonly maxPositions: number;
}

export type ModelConfig = WaveformConfig | WhisperConfig;

/** Reads `config.json`. @throws {SerError} `invalid-encoder`, `unsupported-encoder` */
export function readModelConfig(file: EncoderFile): ModelConfig {
  return readJson(file, (fields) => {
    const type = fields['model_type'];
    if (type === 'whisper') return whisperConfig(fields);
    if (waveformTypes.includes(type)) return waveformConfig(fields, file.path);
    throw new EncoderError(
      'unsupported-encoder',
      `\`${file.path}\`: \`model_type\` must be one of wav2vec2, hubert, wavlm, whisper; got ${JSON.stringify(type)}. ` +
        'Export an encoder of one of these.',
      { file: file.path },
    );
  });
}

type Fields = Readonly<Record<string, unknown>>;

function whisperConfig(fields: Fields): WhisperConfig {
  return {
    kind: 'whisper',
    width: integer(fields, 'd_model', 16384),
    nLayers: integer(fields, 'encoder_layers', 999),
    nMels: integer(fields, 'num_mel_bins', 4096),
    maxPositions: integer(fields, 'max_source_positions', 100_000),
  };
}

function waveformConfig(fields: Fields, path: string): WaveformConfig {
  if (fields['add_adapter'] === true) {
    const message = `\`${path}\`: \`add_adapter\` must be false; an adapter shortens the last layer. Export the model without it.`;
    throw new EncoderError('unsupported-encoder', message, { file: path });
  }
  const kernels = integers(fields, 'conv_kernel');
  const strides = integers(fields, 'conv_stride');
  if (kernels.length !== strides.length) {
    throw invalidOption('conv_stride', `as long as \`conv_kernel\`, ${kernels.length}`, strides);
  }
  if (kernels.some((kernel, i) => kernel < strides[i]!)) {
    throw invalidOption('conv_kernel', `at least \`conv_stride\`, ${strides.join(', ')}`, kernels);
  }
  return {
    kind: 'waveform',
    width: integer(fields, 'hidden_size', 16384),
    nLayers: integer(fields, 'num_hidden_layers', 999),
    convolutions: kernels.map((kernel, i) => ({ kernel, stride: strides[i]! })),
  };
}

function integer(fields: Fields, name: string, max: number): number {
  const value = fields[name];
  requireInteger(name, value, { min: 1, max });
  return value;
}

function integers(fields: Fields, name: string): readonly number[] {
  const values = fields[name];
  const isList =
    Array.isArray(values) &&
    values.length >= 1 &&
    values.length <= 20 &&
    values.every((value) => Number.isInteger(value) && value >= 1 && value <= 1000);
  if (isList) return values as number[];
  throw invalidOption(name, 'a list of 1 to 20 integers from 1 to 1000', values);
}
