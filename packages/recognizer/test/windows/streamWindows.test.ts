import { describe, expect, it } from 'vitest';
import type { Recognizer } from '../../src/recognizer.js';
import type { AudioChunk } from '../../src/windows/audioChunk.js';
import type { Segment } from '../../src/windows/segment.js';
import { fakeRecognizer, softmaxRecognizer } from '../fakes.js';
import { joined, noise } from '../noise.js';
import { tone } from '../tone.js';

const sampleRate = 8000;
/** Two voices with a noisy pause between them: 8.3 s. */
const samples = joined(
  tone(300, { seconds: 3 }).samples,
  noise(2.3 * sampleRate, 0.001),
  tone(1500, { seconds: 3 }).samples,
);
const recording = { samples, sampleRate };
const cut = { window: 1.5, hop: 0.4 };

function* chunksOf(whole: Float32Array, sizes: () => number): Generator<Float32Array> {
  for (let start = 0; start < whole.length;) {
    const size = sizes();
    yield whole.subarray(start, start + size);
    start += size;
  }
}

async function* later<T>(items: Iterable<T>): AsyncGenerator<T> {
  for (const item of items) {
    await Promise.resolve();
    yield item;
  }
}

async function all(segments: AsyncIterable<Segment>): Promise<Segment[]> {
  const list: Segment[] = [];
  for await (const segment of segments) list.push(segment);
  return list;
}

const stream = (chunks: Iterable<AudioChunk>, options = {}, recognizer: Recognizer = softmaxRecognizer()) =>
  all(recognizer.stream(later(chunks), { sampleRate, ...cut, ...options }));

describe('Recognizer.segments', () => {
  it('predicts for each window, and reports windows without speech', async () => {
    const segments = await softmaxRecognizer().segments(recording, { window: 1, hop: 1 });
    expect(segments.map(({ start, end }) => [start, end])).toEqual([
      ...Array.from({ length: 8 }, (_, i) => [i, i + 1]),
      [8, 8.3],
    ]);
    expect(segments.map(({ speech }) => speech).slice(0, 8)).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
      true,
      true,
    ]);
    expect(segments[0]!.probabilities).not.toEqual(segments[7]!.probabilities);
  });

  it('predicts for a window as for a clip', async () => {
    const recognizer = softmaxRecognizer();
    const [, second] = await recognizer.segments(recording, { window: 1, hop: 0.5 });
    const clip = { samples: samples.slice(4000, 12000), sampleRate };
    expect(second).toEqual({ start: 0.5, end: 1.5, ...(await recognizer.predict(clip)) });
  });

  it('returns one segment for a recording shorter than a window', async () => {
    const recognizer = softmaxRecognizer();
    const short = tone(300);
    expect(await recognizer.segments(short)).toEqual([
      { start: 0, end: 1, ...(await recognizer.predict(short)) },
    ]);
  });

  it('uses windows of 3 s and a hop of 1 s by default', async () => {
    const segments = await softmaxRecognizer().segments(recording);
    expect(segments.slice(0, 2).map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [1, 4],
    ]);
  });

  it.each([
    [
      'window',
      { window: 0.1 },
      '`window` must be a finite number at least 0.25; got 0.1. It is a length in seconds.',
    ],
    ['hop', { hop: 0 }, '`hop` must be a finite number at least 0.01; got 0.'],
    [
      'half-life',
      { smoothing: { halfLife: 0 } },
      '`smoothing.halfLife` must be a finite number above 0; got 0.',
    ],
    [
      'margin',
      { smoothing: { margin: 2 } },
      '`smoothing.margin` must be a finite number from 0 to 1; got 2.',
    ],
  ])('rejects a %s out of bounds', async (_, options, message) => {
    await expect(fakeRecognizer().segments(recording, options)).rejects.toMatchObject({
      code: 'invalid-option',
      message: expect.stringContaining(message),
    });
  });
});

describe('Recognizer.stream', () => {
  it.each([1, 7, 160, 4096])('in chunks of %i gives the same as segments', async (size) => {
    expect(await stream(chunksOf(samples, () => size))).toEqual(
      await softmaxRecognizer().segments(recording, cut),
    );
  });

  it('in chunks of any size gives the same as segments', async () => {
    let state = 1;
    const sizes = () => (state = (state * 1103515245 + 12345) % 2 ** 31) % 3000;
    expect(await stream(chunksOf(samples, sizes))).toEqual(
      await softmaxRecognizer().segments(recording, cut),
    );
  });

  it.each([1, 7, 4096])('of another rate and two channels, in chunks of %i, gives the same', async (size) => {
    const at44100 = (frequency: number) => tone(frequency, { sampleRate: 44100, seconds: 2 }).samples;
    const channels = [at44100(300), at44100(1500)];
    const interleaved = Float32Array.from(
      { length: 2 * channels[0]!.length },
      (_, i) => channels[i % 2]![i >> 1]!,
    );
    const whole = await softmaxRecognizer().segments({ channels, sampleRate: 44100 }, cut);
    expect(whole.length).toBeGreaterThan(2);
    expect(
      await stream(
        chunksOf(interleaved, () => size),
        { sampleRate: 44100, channels: 2 },
      ),
    ).toEqual(whole);
  });

  it('accepts clips, and separate channels', async () => {
    const whole = await softmaxRecognizer().segments(recording, cut);
    const parts = () => chunksOf(samples, () => 1000);
    expect(await stream([...parts()].map((part) => ({ samples: part })))).toEqual(whole);
    const stereo = [...parts()].map((part) => ({ channels: [part, part] }));
    expect(await stream(stereo, { channels: 2 })).toEqual(whole);
  });

  it('predicts as soon as a window is complete', async () => {
    const given: number[] = [];
    function* live(): Generator<Float32Array> {
      for (const chunk of chunksOf(samples, () => 400)) {
        given.push(chunk.length);
        yield chunk;
      }
    }
    for await (const segment of softmaxRecognizer().stream(live(), { sampleRate, ...cut })) {
      expect(given.length * 400).toBe(segment.end * sampleRate);
      if (segment.end > 4) break;
    }
    expect(given.length * 400).toBeLessThan(samples.length);
  });

  it('returns nothing for an empty stream', async () => {
    expect(await stream([])).toEqual([]);
  });

  it('closes its source when the loop is left', async () => {
    let closed = false;
    async function* live(): AsyncGenerator<Float32Array> {
      try {
        for (;;) yield await Promise.resolve(tone(300).samples);
      } finally {
        closed = true;
      }
    }
    for await (const segment of fakeRecognizer().stream(live(), { sampleRate })) {
      expect(segment.start).toBe(0);
      break;
    }
    await Promise.resolve();
    expect(closed).toBe(true);
  });

  it('stops at once when the signal is aborted, even while it waits for audio', async () => {
    const controller = new AbortController();
    async function* silentMicrophone(): AsyncGenerator<Float32Array> {
      yield tone(300).samples;
      setTimeout(() => controller.abort(new Error('enough')), 5);
      await new Promise(() => {});
    }
    const endless = fakeRecognizer().stream(silentMicrophone(), { sampleRate, signal: controller.signal });
    await expect(endless.next()).rejects.toThrow('enough');
  });

  it.each([
    ['samples of another type', [new Int16Array(3)], {}, 'With `channels: 1`, a chunk must be'],
    ['numbers', Float32Array.of(0.1, 0.2), {}, 'With `channels: 1`, a chunk must be'],
    ['fewer channels than announced', [{ samples }], { channels: 2 }, 'With `channels: 2`, a chunk must be'],
    ['NaN', [Float32Array.of(NaN)], {}, 'The samples of a stream must be finite; got NaN.'],
  ])('rejects %s', async (_, chunks, options, message) => {
    await expect(stream(chunks as Iterable<AudioChunk>, options)).rejects.toMatchObject({
      code: 'invalid-audio',
      message: expect.stringContaining(message),
    });
  });

  it.each([
    ['sample rate', { sampleRate: 0 }],
    ['number of channels', { channels: 0 }],
  ])('rejects an impossible %s', async (_, options) => {
    await expect(stream([samples], options)).rejects.toMatchObject({ code: 'invalid-option' });
  });
});
