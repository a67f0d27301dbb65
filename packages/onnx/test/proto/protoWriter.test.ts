import { describe, expect, it } from 'vitest';
import { ProtoWriter } from '../../src/proto/protoWriter.js';

function written(write: (writer: ProtoWriter) => void): number[] {
  const writer = new ProtoWriter();
  write(writer);
  return [...writer.finish()];
}

describe('ProtoWriter', () => {
  it("writes the examples of protobuf's own guide", () => {
    expect(written((w) => w.integer(1, 150))).toEqual([0x08, 0x96, 0x01]);
    expect(written((w) => w.string(2, 'testing'))).toEqual([
      0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67,
    ]);
    expect(written((w) => w.message(3, (m) => m.integer(1, 150)))).toEqual([0x1a, 0x03, 0x08, 0x96, 0x01]);
  });

  it('writes 0, numbers beyond 32 bits, and -1 in ten bytes', () => {
    expect(written((w) => w.integer(1, 0))).toEqual([0x08, 0x00]);
    expect(written((w) => w.integer(1, 2 ** 35))).toEqual([0x08, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01]);
    expect(written((w) => w.integer(1, -1))).toEqual([0x08, ...Array<number>(9).fill(0xff), 0x01]);
  });

  it('writes floats as four bytes, the lowest first', () => {
    expect(written((w) => w.float(2, 1))).toEqual([0x15, 0x00, 0x00, 0x80, 0x3f]);
  });

  it('writes field numbers above 15 in two bytes', () => {
    expect(written((w) => w.integer(20, 5))).toEqual([0xa0, 0x01, 0x05]);
  });

  it('keeps long byte strings in their place among short fields', () => {
    const long = Uint8Array.from({ length: 300 }, (_, i) => i % 251);
    const bytes = written((w) =>
      w.message(1, (m) => {
        m.integer(1, 1);
        m.bytes(2, long);
        m.integer(3, 2);
      }),
    );
    expect(bytes.slice(0, 8)).toEqual([0x0a, 0xb3, 0x02, 0x08, 0x01, 0x12, 0xac, 0x02]);
    expect(bytes.slice(8, 308)).toEqual([...long]);
    expect(bytes.slice(308)).toEqual([0x18, 0x02]);
  });

  it('writes text as UTF-8', () => {
    expect(written((w) => w.string(1, 'ü'))).toEqual([0x0a, 0x02, 0xc3, 0xbc]);
  });
});
