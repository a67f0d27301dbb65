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
      for (let i = 0; i < blockSize; i++) buffer[nSamples + i] = block[i]! * scale;
    });
    this.nSamples += blockSize;
  }

  channels(): readonly Float32Array[] {
    const { nSamples } = this;
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
