import { describe, expect, it } from 'vitest';
import { PacketList } from '../../src/containers/packetList.js';
import { errorFrom } from '../errorFrom.js';

describe('PacketList', () => {
  it('joins ranges of the file', () => {
    const packets = new PacketList(Uint8Array.of(1, 2, 3, 4, 5));
    packets.add(3, 2);
    packets.add(0, 1);
    expect(packets.joined()).toEqual(Uint8Array.of(4, 5, 1));
    expect([packets.length, packets.nBytes]).toEqual([2, 3]);
    expect([...packets]).toEqual([Uint8Array.of(4, 5), Uint8Array.of(1)]);
  });

  it('rejects packets beyond the end of the file', () => {
    const packets = new PacketList(new Uint8Array(10));
    expect(errorFrom(() => packets.add(8, 3))).toMatchObject({ code: 'truncated-file' });
  });

  it('bounds packets that overlap or are empty', () => {
    const packets = new PacketList(new Uint8Array(10));
    packets.add(0, 10);
    expect(errorFrom(() => packets.add(0, 1))).toMatchObject({ code: 'corrupt-file' });
    const empty = new PacketList(new Uint8Array(3));
    for (let i = 0; i < 3; i++) empty.add(0, 0);
    expect(errorFrom(() => empty.add(0, 0))).toMatchObject({ code: 'corrupt-file' });
  });
});
