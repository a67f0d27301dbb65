import { requireInteger, requireOneOf } from '@ser/core';
import { type AudioClip, type Features, whisperLogMel } from '@ser/dsp';
import type { EncoderOptions } from './encoderOptions.js';
import { EncoderError } from './errors.js';
import { encoderFeatureNames, type EncoderLayer } from './featureNames.js';
import { activeFrames } from './level/activeFrames.js';
import { frameLength, framePowers } from './level/framePowers.js';
import { normalizeLevel } from './level/normalizeLevel.js';
import { encoderCard } from './model/encoderCard.js';
import { requireClip } from './requireClip.js';
import { engineNames } from './runtime/engine.js';
import { type SessionUse, useSession } from './runtime/sharedSession.js';
import { combineStatistics, type PooledStatistics } from './windows/combineStatistics.js';
import { logMelWindow } from './windows/logMelWindow.js';
import { planWindows, type Window } from './windows/planWindows.js';

/** Silence after the clip, in samples: Whisper was trained on clips that end in it. */
const paddingLength = 8000;

/**
 * A frozen speech encoder: turns a clip into one row of numbers that says how it sounds. Make it with
 * `createEncoder`, use it for all clips, and close it.
 */
export class SpeechEncoder {
  readonly layers: readonly EncoderLayer[];
  /** One name per number, such as 'encoder.layer2.mean.17'. */
  readonly names: readonly string[];
  readonly #use: SessionUse;
  #closed = false;

  /** @internal */
  constructor(layers: readonly EncoderLayer[], use: SessionUse) {
    this.layers = layers;
    this.names = encoderFeatureNames(layers);
    this.#use = use;
  }

  /** One line for people: "ONNX Runtime 1.30.0, native". */
  get description(): string {
    return this.#use.session.runtime.description;
  }

  /**
   * Describes a clip by the mean and the standard deviation of every channel of the chosen layers over its active
   * frames: those louder than 35 dB below the 95th percentile. The answer is the same at any gain without clipping.
   *
   * Clips over 29.5 s are processed in overlapping windows of 30 s, and the statistics cover all of them.
   *
   * @param clip of 16,000 Hz and at least 20 ms
   * @returns features of shape `[1, 768 * nLayers]`
   * @throws {SerError} `sample-rate-mismatch`, `clip-too-short`, `invalid-sample`, `encoder-closed`
   */
  async embed(clip: AudioClip): Promise<Features> {
    requireClip(clip);
    if (this.#closed) {
      throw new EncoderError(
        'encoder-closed',
        'The encoder has been closed. Create another with `createEncoder`.',
      );
    }
    const powers = framePowers(clip.samples);
    const active = activeFrames(powers);
    const leveled = normalizeLevel(clip.samples, powers, active);
    const spectrogram = whisperLogMel({ samples: padded(leveled), sampleRate: encoderCard.sampleRate });
    const parts: PooledStatistics[] = [];
    for (const window of planWindows(spectrogram.nFrames / 2)) {
      const part = await this.#pool(spectrogram, window, active);
      if (part) parts.push(part);
    }
    return this.#rowOf(combineStatistics(parts));
  }

  /** Ends the use of ONNX Runtime; the last encoder to close frees its memory. Closing twice is fine. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#use.end();
  }

  /** Runs one window, unless none of the frames that it is pooled over is active. */
  async #pool(
    spectrogram: Features,
    { start, from, to }: Window,
    active: Uint8Array,
  ): Promise<PooledStatistics | undefined> {
    const mel = logMelWindow(spectrogram, start);
    const weights = new Float32Array(mel.length / spectrogram.nFeatures / 2);
    let weight = 0;
    for (let position = from; position < Math.min(to, active.length); position++) {
      weights[position - start] = active[position]!;
      weight += active[position]!;
    }
    return weight === 0 ? undefined : { weight, ...(await this.#use.session.run(mel, weights)) };
  }

  #rowOf({ mean, std }: PooledStatistics): Features {
    const { width } = encoderCard;
    const data = new Float32Array(this.names.length);
    this.layers.forEach((layer, i) => {
      const [start, end] = [(layer - 1) * width, layer * width];
      data.set(mean.subarray(start, end), 2 * i * width);
      data.set(std.subarray(start, end), (2 * i + 1) * width);
    });
    return { data, nFrames: 1, nFeatures: data.length, names: this.names };
  }
}

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
  const { layers = encoderCard.layers, engine = 'auto', threads = 1, wasmFolder } = options;
  requireOneOf('engine', engine, ['auto', ...engineNames]);
  requireInteger('threads', threads, { min: 1 });
  encoderFeatureNames(layers);
  return new SpeechEncoder([...layers], await useSession({ engine, threads, wasmFolder }));
}

/** Whole positions of samples with about half a second of silence behind them. */
function padded(samples: Float32Array): Float32Array {
  const output = new Float32Array(samples.length + paddingLength - (samples.length % frameLength));
  output.set(samples);
  return output;
}
