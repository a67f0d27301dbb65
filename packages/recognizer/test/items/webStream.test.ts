import { describe, expect, it } from 'vitest';
import type { Segment } from '../../src/windows/segment.js';
import { itemsOf } from '../../src/items/webStream.js';
import { softmaxRecognizer } from '../fakes.js';
import { tone } from '../tone.js';

const recording = tone(440, { seconds: 4 });
const { samples, sampleRate } = recording;
const cut = { window: 1.5, hop: 0.5 };

function chunkStream(): ReadableStream<Float32Array> {
  let start = 0;
  return new ReadableStream({
    pull(controller) {
      if (start >= samples.length) controller.close();
      else controller.enqueue(samples.subarray(start, (start += 1000)));
    },
  });
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('Web Streams', () => {
  it('are a source of `stream`', async () => {
    const recognizer = softmaxRecognizer();
    const expected = await recognizer.segments(recording, cut);
    expect(await all(recognizer.stream(chunkStream(), { sampleRate, ...cut }))).toEqual(expected);
  });

  it('go through `transformStream`', async () => {
    const recognizer = softmaxRecognizer();
    const predictions = chunkStream().pipeThrough(recognizer.transformStream({ sampleRate, ...cut }));
    expect(await all(itemsOf<Segment>(predictions))).toEqual(await recognizer.segments(recording, cut));
  });

  it('of the bytes of a file are audio', async () => {
    const wav = Uint8Array.from([...wavHeader(samples.length), ...new Uint8Array(pcm16(samples).buffer)]);
    const recognizer = softmaxRecognizer();
    expect(await recognizer.predict(new Blob([wav]).stream())).toEqual(await recognizer.predict(wav));
  });

  it('pass on an error of the audio', async () => {
    const bad = new ReadableStream<Float32Array>({
      start: (controller) => controller.enqueue(Float32Array.of(NaN)),
    });
    const predictions = bad.pipeThrough(softmaxRecognizer().transformStream({ sampleRate }));
    await expect(all(itemsOf<Segment>(predictions))).rejects.toMatchObject({ code: 'invalid-audio' });
  });

  it('can be canceled while they wait for audio', async () => {
    let canceled = false;
    const silentForever = new ReadableStream<Float32Array>({
      cancel() {
        canceled = true;
      },
    });
    const predictions = silentForever.pipeThrough(softmaxRecognizer().transformStream({ sampleRate }));
    const reader = predictions.getReader();
    const pending = reader.read();
    await reader.cancel(new Error('enough'));
    expect(await pending).toEqual({ done: true, value: undefined });
    await expect.poll(() => canceled).toBe(true);
  });
});

function pcm16(from: Float32Array): Int16Array {
  return Int16Array.from(from, (sample) => Math.round(sample * 32767));
}

function wavHeader(nSamples: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(44));
  [...'RIFF\0\0\0\0WAVEfmt '].forEach((c, i) => view.setUint8(i, c.charCodeAt(0)));
  view.setUint32(4, 36 + 2 * nSamples, true);
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, 2 * sampleRate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  [...'data'].forEach((c, i) => view.setUint8(36 + i, c.charCodeAt(0)));
  view.setUint32(40, 2 * nSamples, true);
  return new Uint8Array(view.buffer);
}
