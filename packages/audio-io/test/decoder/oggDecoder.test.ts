import { describe, expect, it } from 'vitest';
import { oggOpusDecoder } from '../../src/decoder/oggDecoder.js';
import type { WasmAudio } from '../../src/decoder/wasmDecoder.js';
import { oggPage, opusHead } from '../oggBytes.js';

const stream = (gain = 0): number[] => [
  ...oggPage(opusHead(1, 0, gain), { position: 0, isFirst: true }),
  ...oggPage([1], { position: 500, sequence: 1 }),
];

/** Decodes with a decoder that gives this answer for each stream. */
function decode(bytes: readonly number[], answer: Partial<WasmAudio> = {}) {
  class OggOpusDecoder {
    readonly ready = Promise.resolve();
    decodeFile(): Promise<WasmAudio> {
      const samples = new Float32Array(500).fill(0.25);
      return Promise.resolve({ channelData: [samples], sampleRate: 48000, errors: [], ...answer });
    }
    decode(): Promise<WasmAudio> {
      return this.decodeFile();
    }
    flush(): Promise<WasmAudio> {
      return Promise.resolve({ channelData: [], sampleRate: 48000, errors: [] });
    }
    free(): void {}
  }
  return oggOpusDecoder(() => Promise.resolve({ OggOpusDecoder })).decode(Uint8Array.from(bytes));
}

describe('oggOpusDecoder', () => {
  it('applies the output gain of the header', async () => {
    const { channels } = await decode(stream(1541));
    expect(channels[0]![0]).toBeCloseTo(0.5, 3);
    expect((await decode(stream())).channels[0]![0]).toBe(0.25);
  });

  it('decodes chained streams one after the other', async () => {
    const { channels } = await decode([...stream(), ...stream(1541)]);
    expect(channels[0]).toHaveLength(1000);
    expect(channels[0]![499]).toBe(0.25);
    expect(channels[0]![500]).toBeCloseTo(0.5, 3);
  });

  it.each<[string, Partial<WasmAudio>]>([
    ['other channels than the header', { channelData: [new Float32Array(500), new Float32Array(500)] }],
    ['another rate than the header', { sampleRate: 44100 }],
    ['no samples', { channelData: [new Float32Array(0)] }],
    ['35952 empty channels', { channelData: new Array<Float32Array>(35952).fill(new Float32Array(0)) }],
  ])('rejects %s', async (_, answer) => {
    await expect(decode(stream(), answer)).rejects.toMatchObject({ code: 'corrupt-file' });
  });
});
