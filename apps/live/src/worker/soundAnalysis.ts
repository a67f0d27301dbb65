import { createFeaturePlan, ResampleStream } from '@ser/dsp';
import { bandsPerColumn, columnsPerSecond, type SoundBlock } from '../sound/soundBlock.js';

const sampleRate = 16_000;
const hop = sampleRate / columnsPerSecond;
const columnsPerBlock = 10;
const blockLength = hop * columnsPerBlock;
const nFft = 512;

/** Samples before and after a block that the search for the pitch needs, a multiple of both hops. */
const context = 5 * hop;
/** The descriptors have a value each 10 ms: two per column, of which the one in its center is used. */
const descriptorsPerColumn = 2;
/** The unit of the descriptor `f0` is semitones above this, in Hz. */
const pitchReference = 55;

const [quietest, loudest] = [-55, 15];

/** Spectrogram and pitch of a stream while it comes in; memory is that of one block. */
export class SoundAnalysis {
  readonly #resampled: ResampleStream;
  readonly #levels = createFeaturePlan({
    sampleRate,
    features: [{ name: 'logMel', nFft, hopLength: hop, nMels: bandsPerColumn, topDb: null, center: false }],
  });
  readonly #pitch = createFeaturePlan({
    sampleRate,
    features: [{ name: 'lowLevelDescriptors', descriptors: ['f0', 'voiced'], active: false }],
  });
  /** The block with its context: the end of the last one, then what has come in. */
  readonly #samples = new Float32Array(context + blockLength + context);
  #filled = context;
  #nBlocks = 0;

  /** @param rate of the stream, in Hz */
  constructor(rate: number) {
    this.#resampled = new ResampleStream({ from: rate, to: sampleRate });
  }

  /** The blocks that the chunk completes. */
  push(chunk: Float32Array): readonly SoundBlock[] {
    return this.#add(this.#resampled.push(chunk));
  }

  /** The rest of the stream, with silence after it. */
  end(): readonly SoundBlock[] {
    const blocks = [...this.#add(this.#resampled.end())];
    const nColumns = Math.floor((this.#filled - context) / hop);
    if (nColumns <= 0) return blocks;
    this.#samples.fill(0, this.#filled);
    return [...blocks, this.#analyze(Math.min(nColumns, columnsPerBlock))];
  }

  #add(samples: Float32Array): readonly SoundBlock[] {
    const blocks: SoundBlock[] = [];
    for (let at = 0; at < samples.length;) {
      const part = samples.subarray(at, at + this.#samples.length - this.#filled);
      this.#samples.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled < this.#samples.length) break;
      blocks.push(this.#analyze(columnsPerBlock));
      this.#samples.copyWithin(0, blockLength);
      this.#filled -= blockLength;
    }
    return blocks;
  }

  #analyze(nColumns: number): SoundBlock {
    const start = (this.#nBlocks++ * blockLength) / sampleRate;
    return { start, levels: this.#levelsOf(nColumns), pitch: this.#pitchOf(nColumns) };
  }

  /** Frames whose centers are those of the columns. */
  #levelsOf(nColumns: number): Uint8Array<ArrayBuffer> {
    const first = context + hop / 2 - nFft / 2;
    const samples = this.#samples.subarray(first, first + nFft + (nColumns - 1) * hop);
    const { data } = this.#levels.extract({ samples, sampleRate });
    return Uint8Array.from(data, (level) => {
      const share = (level - quietest) / (loudest - quietest);
      return Math.round(255 * Math.max(0, Math.min(1, share)));
    });
  }

  #pitchOf(nColumns: number): Float32Array<ArrayBuffer> {
    const { data } = this.#pitch.extract({ samples: this.#samples, sampleRate });
    const first = ((context + hop / 2) / hop) * descriptorsPerColumn;
    return Float32Array.from({ length: nColumns }, (_, column) => {
      const row = first + column * descriptorsPerColumn;
      const [semitones, isVoiced] = [data[2 * row]!, data[2 * row + 1]!];
      return isVoiced > 0.5 ? pitchReference * 2 ** (semitones / 12) : 0;
    });
  }
}
