import { describe, expect, it } from 'vitest';
import { decodeWav } from '../../src/wav/decodeWav.js';
import { answerOf, fixture, recordedAnswers } from '../fixture.js';
import { errorFrom } from '../errorFrom.js';
import { ascii, formatChunk, uint16, uint32, wavBytes } from '../wavBytes.js';

const pcm16 = formatChunk({});
const threeSamples = [0x00, 0x40, 0x00, 0x80, 0xff, 0x7f];
const threeValues = [0.5, -1, 32767 / 32768];

function samplesOf(bytes: Uint8Array): number[] {
  return Array.from(decodeWav(bytes).channels[0]!);
}

describe('decodeWav: scale', () => {
  it('is 2^-15 for 16 bits, so the largest sample is just below 1', () => {
    const bytes = wavBytes([
      ['fmt ', pcm16],
      ['data', threeSamples],
    ]);
    expect(decodeWav(bytes)).toEqual({ channels: [Float32Array.from(threeValues)], sampleRate: 16000 });
  });

  it('is (x - 128) / 128 for 8 bits, which are unsigned', () => {
    const format = formatChunk({ frameBytes: 1, bits: 8 });
    expect(
      samplesOf(
        wavBytes([
          ['fmt ', format],
          ['data', [128, 0, 255, 192]],
        ]),
      ),
    ).toEqual([0, -1, 127 / 128, 0.5]);
  });

  it('is 2^-23 for 24 bits, with the sign in the last byte', () => {
    const format = formatChunk({ frameBytes: 3, bits: 24 });
    const data = [0x00, 0x00, 0x80, 0x01, 0x00, 0x00, 0xff, 0xff, 0xff];
    expect(
      samplesOf(
        wavBytes([
          ['fmt ', format],
          ['data', data],
        ]),
      ),
    ).toEqual([-1, 2 ** -23, -(2 ** -23)]);
  });

  it('is that of 16 bits for 12 valid bits in 16, because they are left-justified', () => {
    const bytes = wavBytes([
      ['fmt ', formatChunk({ bits: 12 })],
      ['data', threeSamples],
    ]);
    expect(samplesOf(bytes)).toEqual(threeValues);
  });

  it('is 1 for float, even beyond full scale', () => {
    const format = formatChunk({ tag: 3, frameBytes: 4, bits: 32 });
    const data = Array.from(new Uint8Array(Float32Array.of(1.5, -0.25).buffer));
    expect(
      samplesOf(
        wavBytes([
          ['fmt ', format],
          ['data', data],
        ]),
      ),
    ).toEqual([1.5, -0.25]);
  });

  it.each([
    ['A-law', 6, [0xd5, 0x55, 0xaa, 0x2a], [8, -8, 32256, -32256]],
    ['mu-law', 7, [0xff, 0x7f, 0x80, 0x00], [0, -0, 32124, -32124]],
  ])('is that of 16 bits for %s, whose 8-bit codes represent 16-bit samples', (_, tag, codes, values) => {
    const bytes = wavBytes([
      ['fmt ', formatChunk({ tag, frameBytes: 1, bits: 8 })],
      ['data', codes],
    ]);
    expect(samplesOf(bytes)).toEqual(values.map((value) => value / 32768));
  });

  it('keeps channels apart', () => {
    const format = formatChunk({ nChannels: 3, frameBytes: 6 });
    const { channels } = decodeWav(
      wavBytes([
        ['fmt ', format],
        ['data', threeSamples],
      ]),
    );
    expect(channels.map((samples) => samples[0])).toEqual(threeValues);
  });

  it('reads from any offset of a larger buffer', () => {
    const bytes = wavBytes([
      ['fmt ', pcm16],
      ['data', threeSamples],
    ]);
    for (const offset of [1, 2, 3]) {
      const pool = Buffer.alloc(offset + bytes.length);
      pool.set(bytes, offset);
      expect(samplesOf(pool.subarray(offset))).toEqual(threeValues);
    }
  });
});

describe('decodeWav: chunks', () => {
  it('that are unknown are skipped, with the pad byte of an odd size', () => {
    const bytes = wavBytes([
      ['FLLR', [1, 2, 3]],
      ['fmt ', pcm16],
      ['PAD ', [9, 9, 9, 9, 9]],
      ['data', threeSamples],
      ['LIST', ascii('INFO')],
    ]);
    expect(samplesOf(bytes)).toEqual(threeValues);
  });

  it('may have the data before the format', () => {
    expect(
      samplesOf(
        wavBytes([
          ['data', threeSamples],
          ['fmt ', pcm16],
        ]),
      ),
    ).toEqual(threeValues);
  });

  it.each([0xffffffff, 0])(
    'of data with a size of %i, written by streaming encoders, extend to the end',
    (size) => {
      const bytes = wavBytes(
        [
          ['fmt ', pcm16],
          ['data', threeSamples, size],
        ],
        { riffSize: size },
      );
      expect(samplesOf(bytes)).toEqual(threeValues);
    },
  );

  it('with 0 bytes of data are empty if the RIFF size is correct', () => {
    expect(
      samplesOf(
        wavBytes([
          ['fmt ', pcm16],
          ['data', []],
          ['LIST', ascii('INFO')],
        ]),
      ),
    ).toEqual([]);
  });

  it('after the data may be cut off', () => {
    const bytes = wavBytes([
      ['fmt ', pcm16],
      ['data', threeSamples],
      ['LIST', ascii('INFO')],
    ]);
    expect(samplesOf(bytes.subarray(0, -3))).toEqual(threeValues);
  });

  it('with an incomplete last sample lose that sample', () => {
    expect(
      samplesOf(
        wavBytes([
          ['fmt ', pcm16],
          ['data', [...threeSamples, 1]],
        ]),
      ),
    ).toEqual(threeValues);
  });

  it('of RF64 have their size in `ds64`', () => {
    const ds64 = [...uint32(0), ...uint32(0), ...uint32(4), ...uint32(0), ...uint32(2), ...uint32(0)];
    const bytes = wavBytes([
      ['ds64', ds64],
      ['fmt ', pcm16],
      ['data', threeSamples, 0xffffffff],
    ]);
    bytes.set(ascii('RF64'));
    expect(samplesOf(bytes)).toEqual(threeValues.slice(0, 2));
  });

  it('of BW64 are read like those of RF64', () => {
    const bytes = wavBytes([
      ['ds64', [...uint32(0), ...uint32(0), ...uint32(4), ...uint32(0), ...uint32(2), ...uint32(0)]],
      ['axml', ascii('<ebu/>')],
      ['fmt ', pcm16],
      ['data', threeSamples, 0xffffffff],
    ]);
    bytes.set(ascii('BW64'));
    expect(samplesOf(bytes)).toEqual(threeValues.slice(0, 2));
  });

  it('may contain the format as WAVE_FORMAT_EXTENSIBLE', () => {
    const guidTail = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];
    const extension = [...uint16(22), ...uint16(16), ...uint32(4), ...uint16(1), ...guidTail];
    const bytes = wavBytes([
      ['fmt ', [...formatChunk({ tag: 0xfffe }), ...extension]],
      ['data', threeSamples],
    ]);
    expect(samplesOf(bytes)).toEqual(threeValues);
  });
});

describe('decodeWav: refusals', () => {
  it('truncated data, with the declared and the found number of samples', () => {
    const error = errorFrom(() =>
      decodeWav(
        wavBytes([
          ['fmt ', pcm16],
          ['data', threeSamples, 2000],
        ]),
      ),
    );
    expect(error.code).toBe('truncated-file');
    expect(error.message).toContain('Expected 1000 samples as the header declares, found 3.');
  });

  it('a header cut off', () => {
    const bytes = wavBytes([
      ['fmt ', pcm16],
      ['data', threeSamples],
    ]);
    expect(errorFrom(() => decodeWav(bytes.subarray(0, 11))).message).toContain(
      'RIFF header of 12 bytes, found 11',
    );
    for (let end = 4; end < bytes.length; end++) {
      expect(errorFrom(() => decodeWav(bytes.subarray(0, end))).code).toBe('truncated-file');
    }
  });

  it('a `fmt ` chunk cut off after the data', () => {
    const bytes = wavBytes([
      ['data', threeSamples],
      ['fmt ', pcm16],
    ]).subarray(0, -4);
    const error = errorFrom(() => decodeWav(bytes));
    expect(error.code).toBe('truncated-file');
    expect(error.message).toContain('Expected a `fmt ` chunk of 16 bytes, found 12');
  });

  it('no data chunk in a whole file', () => {
    const error = errorFrom(() => decodeWav(wavBytes([['fmt ', pcm16]])));
    expect(error.code).toBe('corrupt-file');
    expect(error.message).toContain('Expected a `data` chunk');
  });

  it.each([
    ['ima_adpcm.wav', 'IMA ADPCM (format tag 0x0011)'],
    ['ms_adpcm.wav', 'Microsoft ADPCM'],
    ['gsm610.wav', 'GSM 6.10'],
  ])('%s by the name of its encoding, and says how to convert it', (name, encoding) => {
    const error = errorFrom(() => decodeWav(fixture(name)));
    expect(error.code).toBe('unsupported-format');
    expect(error.message).toContain(`got WAV of ${encoding}`);
    expect(error.message).toContain('`ffmpeg -i in out.wav`');
  });

  it.each([
    ['no channels', { nChannels: 0 }, 'corrupt-file', 'number of channels to be at least 1, got 0'],
    ['a sample rate of 0', { sampleRate: 0 }, 'corrupt-file', 'sample rate to be above 0, got 0'],
    [
      '0 bits per sample',
      { bits: 0, frameBytes: 0 },
      'corrupt-file',
      'bits per sample to be at least 1, got 0',
    ],
    ['PCM of 64 bits', { frameBytes: 8, bits: 64 }, 'unsupported-format', 'pcm samples of 64 bits'],
    ['float of 16 bits', { tag: 3 }, 'unsupported-format', 'float samples of 16 bits'],
    ['an unknown tag', { tag: 0x1234 }, 'unsupported-format', 'an unknown encoding (format tag 0x1234)'],
  ])('%s', (_, fields, code, message) => {
    const error = errorFrom(() =>
      decodeWav(
        wavBytes([
          ['fmt ', formatChunk(fields)],
          ['data', threeSamples],
        ]),
      ),
    );
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });

  it('NaN in float samples, which would make every feature NaN', () => {
    const format = formatChunk({ tag: 3, nChannels: 2, frameBytes: 8, bits: 32 });
    const data = Array.from(new Uint8Array(Float32Array.of(0, 0, 0, NaN).buffer));
    const error = errorFrom(() =>
      decodeWav(
        wavBytes([
          ['fmt ', format],
          ['data', data],
        ]),
      ),
    );
    expect(error.code).toBe('invalid-sample');
    expect(error.message).toContain('got `NaN` in sample 1 (0.000 s) of channel 1');
  });

  it('FLAC, and names the function that detects the format', () => {
    const error = errorFrom(() => decodeWav(fixture('silence.flac')));
    expect(error.code).toBe('unsupported-format');
    expect(error.message).toContain('Expected WAV, got FLAC. Use `decodeAudio`');
  });
});

describe('decodeWav: recorded answers', () => {
  const recorded = recordedAnswers('fixtures').filter(([name]) => name.endsWith('.wav'));

  it.each(recorded)('equals libsndfile in every bit on %s', (name, expected) => {
    const answer = answerOf(decodeWav(fixture(name)));
    expect(answer).toEqual({ ...expected, sumOfSquares: expect.closeTo(expected.sumOfSquares, 9) });
  });
});
