import { ResampleStream } from '@ser/dsp';

/** Rate of the recording that the page keeps, in Hz. */
export const recordingRate = 16_000;

/** Peaks of the waveform per second. */
export const peaksPerSecond = 50;

const perPeak = recordingRate / peaksPerSecond;
const blockLength = recordingRate * 10;
const fullScale = 32767;

/** Blocks of ten seconds in the memory of the page; the browser keeps the older ones, on the disk if they are many. */
const nBlocksInMemory = 6;

/**
 * The audio of a session: one channel at 16 kHz in 16 bits (2 MB per minute), for display, playback, corrections, and
 * export. Several streams of any rate follow each other.
 */
export class Recording {
  #blocks: (Int16Array<ArrayBuffer> | Blob)[] = [];
  #length = 0;
  #stream: ResampleStream | undefined;
  #peaks: number[] = [];
  #peak = 0;

  /** In seconds. */
  get duration(): number {
    return this.#length / recordingRate;
  }

  /** Largest magnitude of each 20 ms, in [0, 1]. */
  get peaks(): readonly number[] {
    return this.#peaks;
  }

  /** Starts a stream of this rate, in Hz. @returns the time at which it starts, in seconds */
  startStream(sampleRate: number): number {
    this.endStream();
    this.#stream = new ResampleStream({ from: sampleRate, to: recordingRate });
    return this.duration;
  }

  push(chunk: Float32Array): void {
    if (this.#stream) this.#append(this.#stream.push(chunk));
  }

  endStream(): void {
    if (this.#stream) this.#append(this.#stream.end());
    this.#stream = undefined;
  }

  /** A part of the recording, from and to a time in seconds. */
  async slice(start: number, end: number): Promise<Float32Array<ArrayBuffer>> {
    const first = Math.max(0, Math.round(start * recordingRate));
    const last = Math.min(this.#length, Math.round(end * recordingRate));
    const samples = new Float32Array(Math.max(0, last - first));
    for (let at = first; at < last;) {
      const block = await samplesOf(this.#blocks[Math.floor(at / blockLength)]!);
      const begin = at % blockLength;
      const part = block.subarray(begin, Math.min(blockLength, begin + last - at));
      part.forEach((sample, i) => (samples[at - first + i] = sample / fullScale));
      at += part.length;
    }
    return samples;
  }

  clear(): void {
    this.#blocks = [];
    this.#length = this.#peak = 0;
    this.#peaks = [];
    this.#stream = undefined;
  }

  #append(samples: Float32Array): void {
    for (const sample of samples) {
      const at = this.#length % blockLength;
      if (at === 0) this.#addBlock();
      const limited = Math.max(-1, Math.min(1, sample));
      (this.#blocks.at(-1) as Int16Array)[at] = Math.round(limited * fullScale);
      this.#peak = Math.max(this.#peak, Math.abs(limited));
      if (++this.#length % perPeak === 0) {
        this.#peaks.push(this.#peak);
        this.#peak = 0;
      }
    }
  }

  #addBlock(): void {
    const full = this.#blocks.length - nBlocksInMemory;
    const block = this.#blocks[full];
    if (block instanceof Int16Array) this.#blocks[full] = new Blob([block]);
    this.#blocks.push(new Int16Array(blockLength));
  }
}

async function samplesOf(block: Int16Array<ArrayBuffer> | Blob): Promise<Int16Array<ArrayBuffer>> {
  return block instanceof Blob ? new Int16Array(await block.arrayBuffer()) : block;
}
