import { expect, it } from 'vitest';
import { ChunkFeed } from '../../src/worker/chunkFeed.js';

it('gives the chunks in their order, also those that come while it waits, until the end', async () => {
  const feed = new ChunkFeed();
  feed.push(Float32Array.of(1));
  const read: number[] = [];
  const reading = (async () => {
    for await (const chunk of feed) read.push(...chunk);
  })();
  await Promise.resolve();
  feed.push(Float32Array.of(2));
  feed.push(Float32Array.of(3));
  feed.end();
  feed.push(Float32Array.of(4));
  await reading;
  expect(read).toEqual([1, 2, 3]);
});
