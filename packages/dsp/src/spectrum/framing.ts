import { DspError } from '../errors.js';
import type { PadMode, SpectrogramOptions } from './spectrogramOptions.js';
import { windowOf } from './windowOf.js';

type FramingOptions = Required<Omit<SpectrogramOptions, 'power'>>;

/** Cuts a signal into overlapping windowed frames. */
export class Framing {
  readonly #options: FramingOptions;
  readonly #lengthOption: string;
  readonly #window: Float64Array;
  readonly #windowStart: number;
  readonly #padding: number;

  /** @param lengthOption name of the option for the frame length in messages */
  constructor(options: FramingOptions, lengthOption = 'nFft') {
    this.#options = options;
    this.#lengthOption = lengthOption;
    this.#window = windowOf(options.window, options.winLength);
    this.#windowStart = Math.floor((options.nFft - options.winLength) / 2);
    this.#padding = options.center ? Math.floor(options.nFft / 2) : 0;
  }

  /**
   * Number of frames in a signal of `nSamples`.
   *
   * @throws {SerError} `clip-too-short` if there is none
   */
  nFrames(nSamples: number): number {
    const { nFft, hopLength, center } = this.#options;
    const shortest = center ? 1 : nFft;
    if (nSamples < shortest) {
      throw new DspError(
        'clip-too-short',
        `The clip must have at least ${shortest} samples; got ${nSamples}. ` +
          (center
            ? 'Leave out empty clips.'
            : `Lengthen the clip, lower \`${this.#lengthOption}\`, or set \`center\` to true.`),
      );
    }
    return 1 + Math.floor((nSamples + 2 * this.#padding - nFft) / hopLength);
  }

  /**
   * Writes a windowed frame into `output`, of shape `[nFft]`. Values outside a shorter window are not written; they are
   * zero in a new buffer.
   */
  read(samples: Float32Array, frame: number, output: Float64Array): void {
    const window = this.#window;
    const to = this.#windowStart;
    const from = frame * this.#options.hopLength - this.#padding + to;
    if (from >= 0 && from + window.length <= samples.length) {
      for (let i = 0; i < window.length; i++) output[to + i] = samples[from + i]! * window[i]!;
      return;
    }
    for (let i = 0; i < window.length; i++) {
      output[to + i] = paddedSample(samples, from + i, this.#options.padMode) * window[i]!;
    }
  }

  /** Copies samples, with padding, from the start of a frame on until `output` is full. */
  copy(samples: Float32Array, frame: number, output: Float32Array): void {
    const start = frame * this.#options.hopLength - this.#padding;
    const from = Math.min(Math.max(0, -start), output.length);
    const to = Math.max(from, Math.min(output.length, samples.length - start));
    const padded = (i: number) => paddedSample(samples, start + i, this.#options.padMode);
    for (let i = 0; i < from; i++) output[i] = padded(i);
    output.set(samples.subarray(start + from, start + to), from);
    // The last frame ends within the padding; what follows belongs to no frame.
    const end = Math.min(output.length, samples.length + this.#padding - start);
    for (let i = to; i < end; i++) output[i] = padded(i);
    output.fill(0, Math.max(to, end));
  }
}

function paddedSample(samples: Float32Array, index: number, padMode: PadMode): number {
  const last = samples.length - 1;
  if (index >= 0 && index <= last) return samples[index]!;
  switch (padMode) {
    case 'constant':
      return 0;
    case 'edge':
      return samples[index < 0 ? 0 : last]!;
    case 'reflect':
      return samples[reflected(index, last)]!;
  }
}

/** Reflects an index at both ends into [0, last], without repeating the ends. */
function reflected(index: number, last: number): number {
  if (last === 0) return 0;
  const period = 2 * last;
  const within = ((index % period) + period) % period;
  return within <= last ? within : period - within;
}
