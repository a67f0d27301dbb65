import { describe, expect, it } from 'vitest';
import { audioSource } from '../../src/source/audioSource.js';
import { bytesAt, pause, type Reading, readNow } from '../../src/source/reading.js';
import { SourceReader } from '../../src/source/sourceReader.js';

const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);

function* sumOf(...ranges: readonly (readonly [number, number])[]): Reading<number> {
  let sum = 0;
  for (const [start, end] of ranges) {
    for (const byte of yield* bytesAt(start, end)) sum += byte;
    yield* pause();
  }
  return sum;
}

describe('a reading', () => {
  it('gives the same result from memory and in pieces, relative to the start', async () => {
    const ranges = [
      [0, 4],
      [990, 2000],
      [5, 5],
      [100, 300],
    ] as const;
    const reader = new SourceReader(audioSource(new Blob([bytes])), { start: 7 });
    expect(reader.size).toBe(993);
    expect(await reader.run(sumOf(...ranges))).toBe(readNow(bytes.subarray(7), sumOf(...ranges)));
  });

  it('lets the event loop run in a long computation, and ends when its signal is aborted', async () => {
    const stop = new AbortController();
    const reader = new SourceReader(audioSource(bytes), { signal: stop.signal });
    function* endless(): Reading<never> {
      for (;;) yield* pause();
    }
    setTimeout(() => stop.abort(new Error('stop')), 0);
    await expect(reader.run(endless())).rejects.toThrow('stop');
  });
});

describe('SourceReader', () => {
  it('reads the bytes of a small file once', async () => {
    const ranges: [number, number][] = [];
    const source = {
      size: bytes.length,
      read: (start: number, end: number) => {
        ranges.push([start, end]);
        return Promise.resolve(bytes.subarray(start, end));
      },
    };
    const whole = new SourceReader(source, {});
    await whole.read({ start: 0, end: 20 });
    const part = whole.from(7, undefined);
    expect(await part.read({ start: 0, end: 5000 })).toEqual(bytes.subarray(7));
    expect(await part.read({ start: 90, end: 100 })).toEqual(bytes.subarray(97, 107));
    expect(ranges).toEqual([[0, 1000]]);
  });
});
