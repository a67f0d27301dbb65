import type { MultichannelAudio } from '@ser/dsp';
import type { OggLayout } from '../ogg/parseOgg.js';
import { corruptAudio, type WasmAudio } from './wasmDecoder.js';

/** Samples that may be missing at the end of a stream: two of the longest blocks. */
const maxLostSamples = 16384;

/** Compares decoded audio with the header of its stream, cuts it to the declared length, and applies the gain. */
export class DeclaredStream {
  readonly #format: string;
  readonly #layout: OggLayout;
  #nFound = 0;

  constructor(format: string, layout: OggLayout) {
    this.#format = format;
    this.#layout = layout;
  }

  next({ channelData, sampleRate }: WasmAudio): MultichannelAudio {
    const { nSamples, nChannels, gain, sampleRate: declaredRate } = this.#layout;
    const nNew = channelData[0]?.length ?? 0;
    if (nNew === 0) return this.#block(Array.from({ length: nChannels }, () => new Float32Array(0)));
    if (sampleRate !== declaredRate || channelData.length !== nChannels) {
      throw corruptAudio(
        this.#format,
        `${channelData.length} channels at ${sampleRate} Hz instead of ${nChannels} at ${declaredRate} Hz`,
      );
    }
    const nWanted = nSamples > 0 ? Math.max(0, nSamples - this.#nFound) : nNew;
    this.#nFound += nNew;
    return this.#block(channelData.map((samples) => amplified(cutTo(nWanted, samples), gain)));
  }

  /** @throws {SerError} `corrupt-file` if samples are missing */
  end(): void {
    const { nSamples } = this.#layout;
    if (nSamples > 0 && (this.#nFound === 0 || this.#nFound < nSamples - maxLostSamples)) {
      throw corruptAudio(
        this.#format,
        `${this.#nFound} samples instead of the ${nSamples} that its pages declare`,
      );
    }
  }

  #block(channels: readonly Float32Array[]): MultichannelAudio {
    return { channels, sampleRate: this.#layout.sampleRate };
  }
}

function amplified(samples: Float32Array, gain: number): Float32Array {
  return gain === 1 ? samples : samples.map((sample) => sample * gain);
}

/** For a short Opus stream, the decoder returns more samples than the last page declares: those to skip at the start. */
function cutTo(nSamples: number, samples: Float32Array): Float32Array {
  return samples.length > nSamples ? samples.slice(0, nSamples) : samples;
}
