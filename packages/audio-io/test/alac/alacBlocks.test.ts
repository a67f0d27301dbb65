import { describe, expect, it } from 'vitest';
import { alacBlocks, alacSamples } from '../../src/alac/alacBlocks.js';
import { parseMp4 } from '../../src/containers/mp4/parseMp4.js';
import { containerFixture } from '../containers/recordings.js';
import { errorFrom } from '../errorFrom.js';

function stream(name = 'alac.m4a') {
  const { setup, packets } = parseMp4(containerFixture(name));
  return { cookie: setup, packets: [...packets] };
}

describe('alacBlocks', () => {
  it('decodes a block for each packet', () => {
    const blocks = [...alacBlocks(stream())];
    expect(blocks.map(({ channels }) => channels[0]!.length)).toEqual([3701]);
    expect(blocks[0]!.sampleRate).toBe(16000);
  });

  it('rejects packets that are cut off or of another type', () => {
    const { cookie, packets } = stream();
    const cut = [packets[0]!.subarray(0, 100)];
    expect(errorFrom(() => [...alacBlocks({ cookie, packets: cut })])).toMatchObject({
      code: 'corrupt-file',
    });
    const other = [Uint8Array.of(0xe0)];
    expect(errorFrom(() => alacSamples({ cookie, packets: other }))).toMatchObject({ code: 'corrupt-file' });
  });

  it.each([
    ['short', (cookie: Uint8Array) => cookie.subarray(0, 20)],
    ['huge packets', (cookie: Uint8Array) => cookie.slice().fill(255, 0, 4)],
    ['other samples', (cookie: Uint8Array) => cookie.slice().fill(17, 5, 6)],
    ['no channels', (cookie: Uint8Array) => cookie.slice().fill(0, 9, 10)],
  ])('rejects a header that is wrong: %s', (_, change) => {
    const { cookie, packets } = stream();
    const changed = { cookie: change(cookie), packets };
    expect(errorFrom(() => [...alacBlocks(changed)])).toMatchObject({ code: 'corrupt-file' });
  });
});
