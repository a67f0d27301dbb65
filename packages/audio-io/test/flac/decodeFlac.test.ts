import { describe, expect, it } from 'vitest';
import { decodeFlac } from '../../src/flac/decodeFlac.js';
import { flacInfo } from '../../src/flac/flacInfo.js';
import { answerOf, fixture, recordedAnswers } from '../fixture.js';
import { flacBytes, flacFrame, type Bits, type FrameFields, type StreamFields } from '../flacBytes.js';
import { errorFrom } from '../errorFrom.js';
import { ascii } from '../wavBytes.js';

const subframe = {
  constant: 0b00000000,
  verbatim: 0b00000010,
  fixed0: 0b00010000,
  fixed2: 0b00010100,
  fixed4: 0b00011000,
};

/** The integers of each channel of a stream of one frame. */
function decodeFrame(
  fields: FrameFields & { readonly stream?: StreamFields },
  writeSubframes: (bits: Bits) => void,
): number[][] {
  const { bits = 16, ...stream } = fields.stream ?? {};
  const bytes = flacBytes({ ...stream, bits }, [flacFrame(fields, writeSubframes)]);
  return decodeFlac(bytes).channels.map((samples) =>
    Array.from(samples, (sample) => sample * 2 ** (bits - 1)),
  );
}

function putVerbatim(bits: Bits, samples: readonly number[], width = 16): void {
  bits.put(subframe.verbatim, 8);
  for (const sample of samples) bits.put(sample, width);
}

describe('decodeFlac: subframes', () => {
  it('constant: one sample for the whole block', () => {
    expect(decodeFrame({ blockSize: 3 }, (bits) => bits.put(subframe.constant, 8).put(-7, 16))).toEqual([
      [-7, -7, -7],
    ]);
  });

  it('verbatim: the samples as they are', () => {
    expect(decodeFrame({ blockSize: 3 }, (bits) => putVerbatim(bits, [1, -32768, 32767]))).toEqual([
      [1, -32768, 32767],
    ]);
  });

  it('fixed: a line through the last two samples, plus what it missed', () => {
    const decoded = decodeFrame({ blockSize: 4 }, (bits) => {
      bits.put(subframe.fixed2, 8).put(10, 16).put(20, 16);
      bits.put(0, 2).put(0, 4).put(3, 4).rice(0, 3).rice(-5, 3);
    });
    expect(decoded).toEqual([[10, 20, 30, 35]]);
  });

  it('linear: weighted samples, shifted right and rounded down', () => {
    const decoded = decodeFrame({ blockSize: 4 }, (bits) => {
      bits.put(0b01000010, 8).put(-3, 16).put(5, 16); // order 2, so two warm-up samples
      bits.put(4, 4).put(1, 5).put(3, 5).put(-1, 5); // five bits of precision, shift 1, weights 3 and -1
      bits.put(0, 2).put(0, 4).put(0, 4).rice(0, 0).rice(1, 0);
    });
    expect(decoded).toEqual([[-3, 5, 9, 12]]); // (3 * 5 + 3) >> 1, then ((3 * 9 - 5) >> 1) + 1
  });

  it('wasted bits: zeros that were left out at the low end', () => {
    const decoded = decodeFrame({ blockSize: 2 }, (bits) => {
      bits
        .put(subframe.verbatim | 1, 8)
        .put(0b001, 3)
        .put(5, 13)
        .put(-1, 13);
    });
    expect(decoded).toEqual([[40, -8]]);
  });

  it('escaped partition: integers of a width of their own, which may be 0', () => {
    const decoded = decodeFrame({ blockSize: 4 }, (bits) => {
      bits.put(subframe.fixed0, 8).put(0, 2).put(1, 4);
      bits.put(15, 4).put(6, 5).put(-32, 6).put(31, 6);
      bits.put(15, 4).put(0, 5);
    });
    expect(decoded).toEqual([[-32, 31, 0, 0]]);
  });

  it('escaped partition of the 5-bit coding', () => {
    const decoded = decodeFrame({ blockSize: 2 }, (bits) => {
      bits.put(subframe.fixed0, 8).put(1, 2).put(0, 4).put(31, 5).put(16, 5).put(-32768, 16).put(9, 16);
    });
    expect(decoded).toEqual([[-32768, 9]]);
  });

  it.each([
    [0, 40],
    [0, -1000],
    [1, 32767],
    [20, 5],
    [20, -32768],
  ])('Rice code of parameter %i of the value %i, however long', (parameter, value) => {
    const decoded = decodeFrame({ blockSize: 2 }, (bits) => {
      bits
        .put(subframe.fixed0, 8)
        .put(1, 2)
        .put(0, 4)
        .put(parameter, 5)
        .rice(value, parameter)
        .rice(3, parameter);
    });
    expect(decoded).toEqual([[value, 3]]);
  });

  it('Rice code of the largest residual, beyond what a shift of int32 gives', () => {
    const decoded = decodeFrame({ blockSize: 1, stream: { bits: 32 } }, (bits) => {
      bits
        .put(subframe.fixed0, 8)
        .put(1, 2)
        .put(0, 4)
        .put(30, 5)
        .rice(-(2 ** 31), 30);
    });
    expect(decoded).toEqual([[-(2 ** 31)]]);
  });
});

describe('decodeFlac: channels', () => {
  const left = [100, -32768, 5, -6];
  const right = [-3, 32767, 5, -5];
  const side = left.map((sample, i) => sample - right[i]!);
  const mid = left.map((sample, i) => (sample + right[i]!) >> 1);
  const stereo = (channels: number, first: [number[], number], second: [number[], number]): number[][] =>
    decodeFrame({ blockSize: 4, channels, stream: { nChannels: 2 } }, (bits) => {
      putVerbatim(bits, ...first);
      putVerbatim(bits, ...second);
    });

  it.each([
    ['left and right', () => stereo(1, [left, 16], [right, 16])],
    ['left and side', () => stereo(8, [left, 16], [side, 17])],
    ['side and right', () => stereo(9, [side, 17], [right, 16])],
    ['mid and side', () => stereo(10, [mid, 16], [side, 17])],
  ])('%s give left and right', (_, decode) => {
    expect(decode()).toEqual([left, right]);
  });
});

describe('decodeFlac: stream', () => {
  const one = (blockSize: number, value: number, fields: Partial<FrameFields> = {}): number[] =>
    flacFrame({ blockSize, ...fields }, (bits) => bits.put(subframe.constant, 8).put(value, 16));

  it('may vary its block size', () => {
    const frames = [one(2, 1, { variable: true }), one(1, 2, { variable: true, number: [2] })];
    expect(Array.from(decodeFlac(flacBytes({ nSamples: 3 }, frames)).channels[0]!, (x) => x * 32768)).toEqual(
      [1, 1, 2],
    );
  });

  it('may number a frame in up to seven bytes', () => {
    const number = [0xfe, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86];
    expect(decodeFlac(flacBytes({}, [one(5, 0, { number })])).channels[0]).toHaveLength(5);
  });

  it.each([
    ['in kHz', 48000, { rateCode: 12, rate: [48, 8] as const }],
    ['in Hz', 24414, { rateCode: 13, rate: [24414, 16] as const }],
    ['in tens of Hz', 96000, { rateCode: 14, rate: [9600, 16] as const }],
    ['by its number in a table', 44100, { rateCode: 9 }],
  ])('may repeat its rate in a frame, %s', (_, sampleRate, fields) => {
    expect(decodeFlac(flacBytes({ sampleRate }, [one(1, 0, fields)])).sampleRate).toBe(sampleRate);
  });

  it('may contain other metadata, an ID3v2 tag before, and an ID3v1 tag after', () => {
    const flac = flacBytes({}, [one(4, 9)]);
    const withPadding = [
      ...flac.subarray(0, 4),
      0,
      ...flac.subarray(5, 42),
      0x81,
      0,
      0,
      2,
      7,
      7,
      ...flac.subarray(42),
    ];
    const id3v2 = [...ascii('ID3'), 4, 0, 0, 0, 0, 0, 3, 1, 2, 3];
    const id3v1 = [...ascii('TAG'), ...Array.from({ length: 125 }, () => 0)];
    const { channels } = decodeFlac(Uint8Array.from([...id3v2, ...withPadding, ...id3v1]));
    expect(channels[0]).toHaveLength(4);
  });

  it('ends at the declared number of samples, as in libFLAC', () => {
    const bytes = flacBytes({ nSamples: 6 }, [one(4, 9), one(4, 9), one(4, 9)]);
    expect(decodeFlac(bytes).channels[0]).toHaveLength(6);
    expect(flacInfo(bytes).nSamples).toBe(6);
  });

  it.each([
    ['zeros', new Array<number>(512).fill(0)],
    ['an APEv2 tag', [...ascii('APETAGEX'), 0xd0, 7, 0, 0, ...new Array<number>(20).fill(0)]],
    ['a Lyrics3 tag', ascii('LYRICSBEGININD0000200LYRICS200TAG')],
    ['an ID3v2 tag', [...ascii('ID3'), 4, 0, 0, 0, 0, 0, 3, 1, 2, 3]],
  ])('may end with %s, with and without a declared length', (_, trailer) => {
    for (const nSamples of [0, 4]) {
      const bytes = Uint8Array.from([...flacBytes({ nSamples }, [one(4, 9)]), ...trailer]);
      expect(decodeFlac(bytes).channels[0]).toHaveLength(4);
      expect(flacInfo(bytes).nSamples).toBe(4);
    }
  });

  it('of no frames is empty', () => {
    expect(decodeFlac(flacBytes({}, [])).channels).toEqual([new Float32Array(0)]);
  });

  it('may be compressed more than the size of the file suggests', () => {
    const frames = Array.from({ length: 5 }, () => one(65536, -32768));
    const samples = decodeFlac(flacBytes({}, frames)).channels[0]!;
    expect(samples).toHaveLength(5 * 65536);
    expect(samples.every((sample) => sample === -1)).toBe(true);
  });
});

describe('decodeFlac rejects', () => {
  const whole = fixture('pcm_16_2ch.flac');

  it('a file cut off anywhere, with the declared and the found number of samples', () => {
    for (let end = 4; end < whole.length; end++) {
      expect(errorFrom(() => decodeFlac(whole.subarray(0, end))).code).toBe('truncated-file');
    }
    const error = errorFrom(() => decodeFlac(whole.subarray(0, -1)));
    expect(error.message).toContain('Expected 600 samples, found 0 in complete frames.');
  });

  it('a file cut off within a frame if the length is not declared', () => {
    const bytes = fixture('undeclared_length.flac').subarray(0, -1);
    expect(errorFrom(() => decodeFlac(bytes)).message).toContain('Expected more than 0 samples');
  });

  it('a flipped bit anywhere in a frame, by its checksums', () => {
    const framesStart = whole.length - 1700;
    for (let at = framesStart; at < whole.length; at += 7) {
      const bytes = whole.slice();
      bytes[at]! ^= 0x10;
      expect(errorFrom(() => decodeFlac(bytes)).code).toMatch(/^(corrupt|truncated)-file$/);
    }
  });

  it.each<[string, FrameFields & { readonly stream?: StreamFields }, (bits: Bits) => void, string]>([
    ['reserved subframe', { blockSize: 1 }, (bits) => bits.put(0b00000100, 8), 'a reserved kind of subframe'],
    ['subframe not beginning with 0', { blockSize: 1 }, (bits) => bits.put(0x80, 8), 'does not begin with 0'],
    [
      'reserved coding',
      { blockSize: 1 },
      (bits) => bits.put(subframe.fixed0, 8).put(2, 2),
      'reserved residual coding',
    ],
    [
      'partitions that do not divide the block',
      { blockSize: 6 },
      (bits) => bits.put(subframe.fixed0, 8).put(0, 2).put(2, 4),
      '4 residual partitions in a block of 6 samples',
    ],
    [
      'too high an order',
      { blockSize: 1 },
      (bits) => bits.put(subframe.fixed2, 8),
      'order 2 in a block of 1',
    ],
    [
      'nothing but wasted bits',
      { blockSize: 1 },
      (bits) => bits.put(subframe.verbatim | 1, 8).put(1, 16),
      '16 wasted bits in samples of 16',
    ],
    [
      'a reserved precision',
      { blockSize: 1 },
      (bits) => bits.put(0b01000000, 8).put(0, 16).put(15, 4),
      'reserved precision',
    ],
    [
      'a negative shift',
      { blockSize: 1 },
      (bits) => bits.put(0b01000000, 8).put(0, 16).put(3, 4).put(-1, 5),
      'negative shift',
    ],
    [
      'a residual beyond 32 bits',
      { blockSize: 1 },
      (bits) => bits.put(subframe.fixed0, 8).put(1, 2).put(0, 4).put(30, 5).put(0, 4).put(1, 1).put(0, 30),
      'beyond 32 bits',
    ],
    ['another rate', { blockSize: 1, rateCode: 9 }, () => {}, 'a sample rate of 44100 in a stream of 16000'],
    ['another depth', { blockSize: 1, bitsCode: 6 }, () => {}, 'a bits per sample of 24 in a stream of 16'],
    ['another number of channels', { blockSize: 1, channels: 3 }, () => {}, 'a number of channels of 4'],
    [
      'a reserved channel assignment',
      { blockSize: 1, channels: 11, stream: { nChannels: 2 } },
      () => {},
      'assignment',
    ],
    ['a reserved depth', { blockSize: 1, bitsCode: 3 }, () => {}, 'reserved number of bits'],
    ['a reserved rate', { blockSize: 1, rateCode: 15 }, () => {}, 'reserved sample rate'],
    ['a reserved bit', { blockSize: 1, reserved: 1 }, () => {}, 'reserved bit'],
    ['a malformed frame number', { blockSize: 1, number: [0xc2, 0x00] }, () => {}, 'malformed frame number'],
  ])('%s', (_, fields, writeSubframes, message) => {
    const error = errorFrom(() => decodeFrame(fields, (bits) => writeSubframes(bits.put(0, 0))));
    expect(error.code).toBe('corrupt-file');
    expect(error.message).toContain(message);
  });

  it('predicted samples beyond full scale, which grow to infinity', () => {
    const frame = flacFrame({ blockSize: 4096 }, (bits) => {
      bits.put(subframe.fixed4, 8);
      for (const sample of [0, 0, 0, 8388607]) bits.put(sample, 24);
      bits.put(0, 2).put(0, 4).put(0, 4);
      for (let i = 4; i < 4096; i++) bits.put(1, 1);
    });
    const error = errorFrom(() => decodeFlac(flacBytes({ bits: 24 }, [frame])));
    expect(error.code).toBe('corrupt-file');
    expect(error.message).toContain('a sample beyond full scale');
  });

  it.each<[string, StreamFields, string]>([
    ['a sample rate of 0', { sampleRate: 0 }, 'a sample rate of 0'],
    ['fewer than 4 bits', { bits: 3 }, '3 bits per sample'],
  ])('%s', (_, fields, message) => {
    expect(errorFrom(() => decodeFlac(flacBytes(fields, []))).message).toContain(message);
  });

  it('WAV, and names the function that reads both', () => {
    const error = errorFrom(() => decodeFlac(fixture('pcm_16.wav')));
    expect(error.code).toBe('unsupported-format');
    expect(error.message).toContain('Expected FLAC, got WAV. Use `decodeAudio`');
  });
});

describe('decodeFlac: recorded answers', () => {
  const recorded = recordedAnswers('fixtures').filter(([name]) => name.endsWith('.flac'));

  it.each(recorded)('equals libsndfile in every bit on %s', (name, expected) => {
    const answer = answerOf(decodeFlac(fixture(name)));
    expect(answer).toEqual({ ...expected, sumOfSquares: expect.closeTo(expected.sumOfSquares, 9) });
  });
});
