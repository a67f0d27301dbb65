import { requireOneOf } from '@ser/core';
import type { EncoderFile } from '../files/encoderFolder.js';
import { encoderCard } from '../model/encoderCard.js';
import { readJson } from './jsonFile.js';
import type { ModelConfig } from './modelConfig.js';

/** How `preprocessor_config.json` says that clips are prepared. */
export interface PreprocessorConfig {
  /** Whether the waveform gets mean 0 and variance 1. */
  readonly normalize: boolean;
}

/** Spectrograms of Whisper have one form; only the number of bands varies. */
const whisperFields = { hop_length: 160, n_fft: 400 } as const;

/** @throws {SerError} `invalid-encoder` unless it describes the preparation that is implemented here */
export function readPreprocessorConfig(file: EncoderFile, model: ModelConfig): PreprocessorConfig {
  return readJson(file, (fields) => {
    requireOneOf('sampling_rate', fields['sampling_rate'], [encoderCard.sampleRate]);
    if (model.kind === 'whisper') {
      requireOneOf('feature_size', fields['feature_size'], [model.nMels]);
      for (const [name, value] of Object.entries(whisperFields)) {
        requireOneOf(name, fields[name] ?? value, [value]);
      }
      return { normalize: false };
    }
    requireOneOf('feature_size', fields['feature_size'] ?? 1, [1]);
    const normalize = fields['do_normalize'] ?? true; // the default of the feature extractor in `transformers`
    requireOneOf('do_normalize', normalize, [true, false]);
    return { normalize: normalize === true };
  });
}
