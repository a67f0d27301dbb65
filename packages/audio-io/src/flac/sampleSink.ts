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
    this.#scale = scaleOf(info);
  }

  write(frame: DecodedFrame): void {
    this.#reserve(this.nSamples + frame.blockSize);
    this.#buffers.forEach((buffer, channel) =>
      writeScaled(frame, channel, this.#scale, buffer.subarray(this.nSamples)),
    );
    this.nSamples += frame.blockSize;
  }

  /** The samples of each channel. */
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

/** One frame as float samples. */
export function samplesOf(frame: DecodedFrame, info: StreamInfo): readonly Float32Array[] {
  return frame.blocks.map((_, channel) => {
    const samples = new Float32Array(frame.blockSize);
    writeScaled(frame, channel, scaleOf(info), samples);
    return samples;
  });
}

function scaleOf({ bitsPerSample }: StreamInfo): number {
  return 2 ** (1 - bitsPerSample);
}

function writeScaled(
  { blocks, blockSize }: DecodedFrame,
  channel: number,
  scale: number,
  target: Float32Array,
): void {
  const block = blocks[channel]!;
  for (let i = 0; i < blockSize; i++) {
    const sample = block[i]! * scale;
    if (!(sample >= -1 && sample <= 1)) throw corruptFlac('a sample beyond full scale');
    target[i] = sample;
  }
}
