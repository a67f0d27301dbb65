import { corruptFlac } from './corruptFlac.js';
import type { DecodedFrame } from './frameDecoder.js';
import type { StreamInfo } from './streamInfo.js';

/**
 * Collects decoded frames as float samples.
 *
 * It grows with the decoded samples, not with the count in the header, which may be wrong.
 */
export class SampleSink {
  /** Samples per channel so far. */
  nSamples = 0;
  #buffers: Float32Array[];
  readonly #scale: number;

  constructor(info: StreamInfo, nFileBytes: number) {
    const capacity = Math.min(info.nSamples ?? Infinity, Math.ceil((4 * nFileBytes) / info.nChannels));
    this.#buffers = Array.from({ length: info.nChannels }, () => new Float32Array(capacity));
    this.#scale = 2 ** (1 - info.bitsPerSample);
  }

  write({ blocks, blockSize }: DecodedFrame): void {
    this.#reserve(this.nSamples + blockSize);
    const { nSamples } = this;
    const scale = this.#scale;
    this.#buffers.forEach((buffer, channel) => {
      const block = blocks[channel]!;
      for (let i = 0; i < blockSize; i++) {
        const sample = block[i]! * scale;
        if (!(sample >= -1 && sample <= 1)) throw corruptFlac('a sample beyond full scale');
        buffer[nSamples + i] = sample;
      }
    });
    this.nSamples += blockSize;
  }

  /** The first `nSamples` of each channel. */
  channels(nSamples: number): readonly Float32Array[] {
    return this.#buffers.map((buffer) => (buffer.length === nSamples ? buffer : buffer.slice(0, nSamples)));
  }

  #reserve(nSamples: number): void {
    const length = this.#buffers[0]!.length;
    if (nSamples <= length) return;
    this.#buffers = this.#buffers.map((buffer) => {
      const longer = new Float32Array(Math.max(nSamples, 2 * length));
      longer.set(buffer);
      return longer;
    });
  }
}
