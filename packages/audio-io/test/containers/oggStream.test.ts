import { describe, expect, it } from 'vitest';
import { oggStream } from '../../src/containers/oggStream.js';
import { oggPages } from '../../src/ogg/oggPages.js';
import { packets } from '../../src/ogg/packets.js';

const packet = (length: number, position: number) => ({
  bytes: new Uint8Array(length).fill(position % 251),
  position,
});

describe('oggStream', () => {
  it('writes pages with checksums from which the same packets are read', () => {
    const input = [packet(19, 0), packet(16, 0), packet(255, 960), packet(0, 1920), packet(70_000, 2880)];
    const pages = oggPages(oggStream(input, 2));
    const found = packets(pages, pages.length);
    expect(found.map(({ bytes }) => bytes)).toEqual(input.map(({ bytes }) => bytes));
    expect(pages.map(({ position }) => position)).toEqual([0, 0, 1920, 2880]);
    expect(pages.map(({ isFirst }) => isFirst)).toEqual([true, false, false, false]);
    expect(pages.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3]);
  });
});
