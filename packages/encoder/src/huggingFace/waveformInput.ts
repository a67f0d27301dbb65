import { planWindows } from '../windows/planWindows.js';
import { hopOf, positionsOf, receptiveFieldOf } from './convolutionLengths.js';
import type { WaveformConfig } from './modelConfig.js';
import type { InputWindow, ModelInput, PreparedClip } from './modelInput.js';
import { normalizeWaveform } from './normalizeWaveform.js';
import type { PreprocessorConfig } from './preprocessorConfig.js';

/** Samples of the longest window, 30 s. */
const maxSamples = 480_000;

/** The input of wav2vec 2.0, HuBERT, and WavLM: the waveform. */
export class WaveformInput implements ModelInput {
  readonly name = 'input_values';
  readonly hop: number;
  readonly minLength: number;
  readonly #config: WaveformConfig;
  readonly #normalize: boolean;

  constructor(config: WaveformConfig, { normalize }: PreprocessorConfig) {
    this.hop = hopOf(config.convolutions);
    this.minLength = receptiveFieldOf(config.convolutions);
    this.#config = config;
    this.#normalize = normalize;
  }

  prepare(samples: Float32Array): PreparedClip {
    const { convolutions } = this.#config;
    const waveform = this.#normalize ? normalizeWaveform(samples) : samples;
    const nPositions = positionsOf(samples.length, convolutions);
    const maxPositions = Math.max(1, Math.floor(maxSamples / this.hop));
    const windows = planWindows(nPositions, maxPositions).map((window): InputWindow => {
      const nInWindow = Math.min(maxPositions, nPositions - window.start);
      const start = window.start * this.hop;
      const isWhole = nInWindow === nPositions; // with the samples behind the last position
      const end = isWhole ? samples.length : start + (nInWindow - 1) * this.hop + this.minLength;
      const data = waveform.subarray(start, end);
      return { ...window, data, dims: [data.length], nPositions: nInWindow };
    });
    return { nPositions, windows };
  }
}
