import { type AudioClip, type Features, layerStatisticNames } from '@ser/dsp';
import { EncoderError } from '../errors.js';
import { activeFrames } from '../level/activeFrames.js';
import { framePowers } from '../level/framePowers.js';
import { normalizeLevel } from '../level/normalizeLevel.js';
import { requireClip } from '../requireClip.js';
import type { SpeechEncoder } from '../speechEncoder.js';
import { combineStatistics, type PooledStatistics } from '../windows/combineStatistics.js';
import type { InputWindow, ModelInput } from './modelInput.js';
import { poolLayers, requireLayer } from './poolLayers.js';
import type { GraphUse } from './sharedGraphs.js';

interface HuggingFaceEncoderParts {
  readonly layers: readonly number[];
  /** Names of the graph's outputs of these layers. */
  readonly outputs: readonly string[];
  readonly width: number;
  readonly sha256: string;
  readonly input: ModelInput;
  readonly use: GraphUse;
}

/** An encoder from an ONNX export in the Hugging Face layout. */
export class HuggingFaceEncoder implements SpeechEncoder {
  readonly layers: readonly number[];
  readonly names: readonly string[];
  readonly width: number;
  readonly sha256: string;
  readonly #outputs: readonly string[];
  readonly #input: ModelInput;
  readonly #use: GraphUse;
  #closed = false;

  constructor({ layers, outputs, width, sha256, input, use }: HuggingFaceEncoderParts) {
    this.layers = layers;
    this.width = width;
    this.sha256 = sha256;
    this.names = layerStatisticNames(layers, width);
    this.#outputs = outputs;
    this.#input = input;
    this.#use = use;
  }

  get description(): string {
    return this.#use.graph.runtime.description;
  }

  async embed(clip: AudioClip): Promise<Features> {
    requireClip(clip, this.#input.minLength);
    if (this.#closed) throw closedError();
    const powers = framePowers(clip.samples, this.#input.hop);
    const leveled = normalizeLevel(clip.samples, powers, activeFrames(powers));
    const { nPositions, windows } = this.#input.prepare(leveled);
    const active = activeFrames(powers.subarray(0, nPositions));
    const parts: PooledStatistics[] = [];
    for (const window of windows) {
      const part = await this.#pool(window, active);
      if (part) parts.push(part);
    }
    return this.#rowOf(combineStatistics(parts));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#use.end();
  }

  /** Runs one window, unless none of the positions that it is pooled over is active. */
  async #pool(window: InputWindow, active: Uint8Array): Promise<PooledStatistics | undefined> {
    const { start, from, to, nPositions } = window;
    const positions: number[] = [];
    for (let position = from; position < to; position++) {
      if (active[position] === 1) positions.push(position - start);
    }
    if (positions.length === 0) return undefined;
    const results = await this.#use.graph.run(this.#input.name, window, this.#outputs);
    const layers = results.map((layer) => requireLayer(layer, nPositions, this.width));
    return poolLayers(layers, this.width, positions);
  }

  /** Of each layer all means, then all standard deviations. */
  #rowOf({ mean, std }: PooledStatistics): Features {
    const { width } = this;
    const data = new Float32Array(this.names.length);
    this.layers.forEach((_, i) => {
      data.set(mean.subarray(i * width, (i + 1) * width), 2 * i * width);
      data.set(std.subarray(i * width, (i + 1) * width), (2 * i + 1) * width);
    });
    return { data, nFrames: 1, nFeatures: data.length, names: this.names };
  }
}

function closedError(): EncoderError {
  return new EncoderError(
    'encoder-closed',
    'The encoder has been closed. Create another with `createEncoder`.',
  );
}
