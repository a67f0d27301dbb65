import type { DecodedFrame } from './frameDecoder.js';
import type { StreamInfo } from './streamInfo.js';

/**
 * Collects decoded frames as float samples.
 *
 * It grows with what is decoded and not with what the header declares, which may be wrong by any factor.
 */
export class SampleSink {
  /** Samples of each channel so far. */
  nSamples = 0;
  private buffers: Float32Array[];
  private readonly scale: number;

  constructor(info: StreamInfo, nFileBytes: number) {
    const capacity = Math.min(info.nSamples ?? Infinity, Math.ceil((4 * nFileBytes) / info.nChannels));
    this.buffers = Array.from({ length: info.nChannels }, () => new Float32Array(capacity));
    this.scale = 2 ** (1 - info.bitsPerSample);
  }

  write({ blocks, blockSize }: DecodedFrame): void {
    this.reserve(this.nSamples + blockSize);
    const { scale, nSamples } = this;
    this.buffers.forEach((buffer, channel) => {
      const block = blocks[channel]!;
      for (let i = 0; i < blockSize; i++) buffer[nSamples + i] = block[i]! * scale;
    });
    this.nSamples += blockSize;
  }

  channels(): readonly Float32Array[] {
    const { nSamples } = this;
    return this.buffers.map((buffer) => (buffer.length === nSamples ? buffer : buffer.slice(0, nSamples)));
  }

  private reserve(nSamples: number): void {
    const length = this.buffers[0]!.length;
    if (nSamples <= length) return;
    this.buffers = this.buffers.map((buffer) => {
      const longer = new Float32Array(Math.max(nSamples, 2 * length));
      longer.set(buffer);
      return longer;
    });
  }
}
