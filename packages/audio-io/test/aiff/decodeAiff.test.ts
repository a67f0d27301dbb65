import { describe, expect, it } from 'vitest';
import { decodeAiff } from '../../src/aiff/decodeAiff.js';
import { type AiffFields, aiffBytes } from '../aiffBytes.js';
import { answerOf, fixture, recordedAnswers } from '../fixture.js';
import { errorFrom } from '../errorFrom.js';

const threeSamples = [0x40, 0x00, 0x80, 0x00, 0x7f, 0xff];
const threeValues = [0.5, -1, 32767 / 32768];

function samplesOf(data: readonly number[], fields: AiffFields = {}): number[] {
  return Array.from(decodeAiff(aiffBytes(data, fields)).channels[0]!);
}

function bytesOf(samples: Float32Array | Float64Array): number[] {
  const width = samples.BYTES_PER_ELEMENT;
  return Array.from(samples, (_, i) =>
    [...new Uint8Array(samples.buffer, i * width, width)].reverse(),
  ).flat();
}

describe('decodeAiff: samples', () => {
  it('are big-endian and scaled by 2^-15', () => {
    expect(decodeAiff(aiffBytes(threeSamples))).toEqual({
      channels: [Float32Array.from(threeValues)],
      sampleRate: 16000,
    });
  });

  it('of 8 bits are signed, unlike in WAV', () => {
    expect(samplesOf([0, 0x80, 0x7f, 0x40], { bits: 8 })).toEqual([0, -1, 127 / 128, 0.5]);
  });

  it('of 24 bits are scaled by 2^-23, also little-endian', () => {
    expect(samplesOf([0x80, 0, 0, 0, 0, 1, 0xff, 0xff, 0xff], { bits: 24 })).toEqual([
      -1,
      2 ** -23,
      -(2 ** -23),
    ]);
    const fields = { bits: 24, form: 'AIFC', compressionType: '42ni' } as const;
    expect(samplesOf([0, 0, 0x80, 1, 0, 0], fields)).toEqual([-1, 2 ** -23]);
  });

  it('of 12 bits are left-justified in 16, so the container determines the scale', () => {
    expect(samplesOf(threeSamples, { bits: 12, nDeclared: 3 })).toEqual(threeValues);
  });

  it('of float may be beyond full scale', () => {
    const singles = { bits: 32, form: 'AIFC', compressionType: 'fl32' } as const;
    expect(samplesOf(bytesOf(Float32Array.of(1.5, -0.25)), singles)).toEqual([1.5, -0.25]);
    const doubles = { bits: 64, form: 'AIFC', compressionType: 'FL64' } as const;
    expect(samplesOf(bytesOf(Float64Array.of(1.5, -0.25)), doubles)).toEqual([1.5, -0.25]);
  });

  it.each(['NONE', 'twos', 'in24', 'in32'])(
    'of compression type %s are not compressed',
    (compressionType) => {
      expect(samplesOf(threeSamples, { form: 'AIFC', compressionType })).toEqual(threeValues);
    },
  );

  it('of compression type sowt are little-endian', () => {
    const swapped = [0x00, 0x40, 0x00, 0x80, 0xff, 0x7f];
    expect(samplesOf(swapped, { form: 'AIFC', compressionType: 'sowt' })).toEqual(threeValues);
  });

  it('of mu-law are one byte each, although QuickTime declares 16 bits', () => {
    const fields = { form: 'AIFC', compressionType: 'ulaw', bits: 16, nDeclared: 2 } as const;
    expect(samplesOf([0x80, 0x00], fields)).toEqual([32124 / 32768, -32124 / 32768]);
  });

  it('of several channels are interleaved', () => {
    const { channels } = decodeAiff(aiffBytes(threeSamples, { nChannels: 3 }));
    expect(channels.map((samples) => samples[0])).toEqual(threeValues);
  });
});

describe('decodeAiff: chunks', () => {
  it('may have the sound before its description', () => {
    expect(samplesOf(threeSamples, { soundFirst: true })).toEqual(threeValues);
  });

  it('may begin the sound at an offset', () => {
    expect(samplesOf(threeSamples, { offset: 6 })).toEqual(threeValues);
  });

  it('may name a compression type although the form is AIFF', () => {
    expect(samplesOf([0x00, 0x40], { compressionType: 'sowt' })).toEqual([0.5]);
  });

  it('that a streaming encoder could not complete extend to the end', () => {
    const sox = { soundSize: 0x7f000008, formSize: 0x7f000050, nDeclared: 0x3f800000 };
    expect(samplesOf(threeSamples, sox)).toEqual(threeValues);
    expect(samplesOf(threeSamples, { soundSize: 0, formSize: 0, nDeclared: 0 })).toEqual(threeValues);
  });

  it('may declare no samples', () => {
    expect(samplesOf([], {})).toEqual([]);
  });
});

describe('decodeAiff: sample rate', () => {
  it.each([
    [8000, [0x40, 0x0b, 0xfa, 0, 0, 0, 0, 0, 0, 0]],
    [44100, [0x40, 0x0e, 0xac, 0x44, 0, 0, 0, 0, 0, 0]],
    [22254, [0x40, 0x0d, 0xad, 0xdd, 0x17, 0x45, 0xd1, 0x45, 0xd1, 0x46]],
    [1, [0x3f, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0]],
  ])('%i', (sampleRate, rate) => {
    expect(decodeAiff(aiffBytes(threeSamples, { rate })).sampleRate).toBe(sampleRate);
  });

  it.each([
    ['0', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 'got 0'],
    ['infinity', [0x7f, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0], 'got Infinity'],
    ['a negative one', [0xc0, 0x0c, 0xfa, 0, 0, 0, 0, 0, 0, 0], 'got Infinity'],
  ])('%s is rejected', (_, rate, message) => {
    const error = errorFrom(() => decodeAiff(aiffBytes(threeSamples, { rate })));
    expect(error.code).toBe('corrupt-file');
    expect(error.message).toContain(`Expected a sample rate of at least 1 Hz in the AIFF file, ${message}`);
  });
});

describe('decodeAiff rejects', () => {
  it('a truncated file, with both counts', () => {
    const error = errorFrom(() => decodeAiff(aiffBytes(threeSamples).subarray(0, -2)));
    expect(error.code).toBe('truncated-file');
    expect(error.message).toContain('Expected 3 samples in the AIFF file, found 2');
  });

  it('more samples declared than the sound chunk contains', () => {
    const error = errorFrom(() => decodeAiff(aiffBytes(threeSamples, { nDeclared: 4 })));
    expect(error.code).toBe('truncated-file');
    expect(error.message).toContain('Expected 4 samples in the AIFF file, found 3');
  });

  it('a file without a sound chunk, truncated or complete', () => {
    const description = aiffBytes(threeSamples).subarray(0, 12 + 26);
    expect(errorFrom(() => decodeAiff(description)).code).toBe('truncated-file');
    const whole = description.slice();
    whole.set([0, 0, 0, whole.length - 8], 4);
    const error = errorFrom(() => decodeAiff(whole));
    expect(error.code).toBe('corrupt-file');
    expect(error.message).toContain('Expected a `SSND` chunk in the AIFF file, got none');
  });

  it('compressed samples, by name', () => {
    const bytes = aiffBytes(threeSamples, { form: 'AIFC', compressionType: 'ima4' });
    const error = errorFrom(() => decodeAiff(bytes));
    expect(error.code).toBe('unsupported-format');
    expect(error.message).toContain('got AIFF-C of `ima4` samples, which is not supported yet');
  });

  it.each([
    ['no channels', { nChannels: 0, nDeclared: 0 }, 'at least 1 channel'],
    ['samples of no bits', { bits: 0, nDeclared: 0 }, '1 to 32 bits per sample'],
    ['samples of 40 bits', { bits: 40 }, '1 to 32 bits per sample'],
  ])('%s', (_, fields, message) => {
    const error = errorFrom(() => decodeAiff(aiffBytes(threeSamples, fields)));
    expect(error.code).toBe('corrupt-file');
    expect(error.message).toContain(message);
  });

  it('NaN', () => {
    const fields = { bits: 32, form: 'AIFC', compressionType: 'fl32' } as const;
    const error = errorFrom(() => decodeAiff(aiffBytes([0x7f, 0xc0, 0, 0], fields)));
    expect(error.code).toBe('invalid-sample');
    expect(error.message).toContain('got `NaN` in sample 0');
  });

  it('WAV, and names the function that detects the format', () => {
    const error = errorFrom(() => decodeAiff(fixture('pcm_16.wav')));
    expect(error.message).toContain('Expected AIFF, got WAV. Use `decodeAudio`');
  });
});

describe('decodeAiff: recorded answers', () => {
  const recorded = recordedAnswers('fixtures').filter(([name]) => name.endsWith('.aiff'));

  it.each(recorded)('equals libsndfile in every bit on %s', (name, expected) => {
    const answer = answerOf(decodeAiff(fixture(name)));
    expect(answer).toEqual({ ...expected, sumOfSquares: expect.closeTo(expected.sumOfSquares, 9) });
  });
});
