import { type AudioClip, type Features, whisperLogMel } from '@ser/dsp';
import { EncoderError } from './errors.js';
import { activeFrames } from './level/activeFrames.js';
import { frameLength, framePowers } from './level/framePowers.js';
import { normalizeLevel } from './level/normalizeLevel.js';
import { encoderCard } from './model/encoderCard.js';
import { requireClip } from './requireClip.js';
import type { SessionUse } from './runtime/sharedSession.js';
import type { SpeechEncoder } from './speechEncoder.js';
import { combineStatistics, type PooledStatistics } from './windows/combineStatistics.js';
import { logMelWindow } from './windows/logMelWindow.js';
import { planWindows, type Window } from './windows/planWindows.js';

/** Silence after the clip, in samples: Whisper was trained on clips that end in it. */
const paddingLength = 8000;

interface OnnxSpeechEncoderParts {
  readonly layers: readonly number[];
  /** Names of the numbers of these layers. */
  readonly names: readonly string[];
  readonly use: SessionUse;
}

/** The bundled encoder on a shared session of ONNX Runtime. */
export class OnnxSpeechEncoder implements SpeechEncoder {
  readonly layers: readonly number[];
  readonly names: readonly string[];
  readonly width = encoderCard.width;
  readonly sha256 = encoderCard.sha256;
  readonly #use: SessionUse;
  #closed = false;

  constructor({ layers, names, use }: OnnxSpeechEncoderParts) {
    this.layers = layers;
    this.names = names;
    this.#use = use;
  }

  get description(): string {
    return this.#use.session.runtime.description;
  }

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

/** Whole positions of samples with about half a second of silence behind them. */
function padded(samples: Float32Array): Float32Array {
  const output = new Float32Array(samples.length + paddingLength - (samples.length % frameLength));
  output.set(samples);
  return output;
}
