import { describe, expect, it } from 'vitest';
import { audioInfo } from '../../../src/audioInfo.js';
import { parseCaf } from '../../../src/containers/caf/parseCaf.js';
import { errorFrom } from '../../errorFrom.js';
import { ascii } from '../../wavBytes.js';
import { containerFixture } from '../recordings.js';

function chunk(type: string, content: readonly number[], size = content.length): number[] {
  const head = new DataView(new ArrayBuffer(8));
  head.setBigInt64(0, BigInt(size));
  return [...ascii(type), ...new Uint8Array(head.buffer), ...content];
}

/** The description of a format at 8000 Hz. */
function description(format: string, { bits = 16, flags = 2 } = {}): number[] {
  const view = new DataView(new ArrayBuffer(32));
  view.setFloat64(0, 8000);
  ascii(format).forEach((code, i) => view.setUint8(8 + i, code));
  [flags, bits / 8, 1, 1, bits].forEach((value, i) => view.setUint32(12 + 4 * i, value));
  return chunk('desc', [...new Uint8Array(view.buffer)]);
}

const caf = (...chunks: readonly number[][]): Uint8Array =>
  Uint8Array.from([...ascii('caff'), 0, 1, 0, 0, ...chunks.flat()]);

const edits = [0, 0, 0, 0];

describe('parseCaf', () => {
  it('reads data of unknown size to the end of the file, as recorders leave it', () => {
    const file = caf(description('lpcm'), chunk('data', [...edits, 0, 64, 0, 192], -1));
    expect(audioInfo(file)).toMatchObject({ container: 'caf', encoding: 'pcm16', nSamples: 2 });
    expect(parseCaf(file).pcm).toEqual({ kind: 'pcm', bytesPerSample: 2, littleEndian: true });
  });

  it('takes the number of samples of ALAC from its packets', () => {
    expect(audioInfo(containerFixture('alac.caf'))).toMatchObject({ encoding: 'alac16', nSamples: 3701 });
  });

  it('rejects a file that is shorter than it declares', () => {
    const file = caf(description('lpcm'), chunk('data', [...edits, 0, 64], 100));
    expect(errorFrom(() => audioInfo(file))).toMatchObject({ code: 'truncated-file' });
    expect(errorFrom(() => audioInfo(caf(description('lpcm'))))).toMatchObject({ code: 'truncated-file' });
  });

  it('rejects negative sizes and formats that are not read', () => {
    const negative = caf(description('lpcm'), chunk('free', [], -5));
    expect(errorFrom(() => audioInfo(negative))).toMatchObject({ code: 'corrupt-file' });
    const ima = caf(description('ima4'), chunk('data', edits));
    expect(errorFrom(() => audioInfo(ima))).toMatchObject({ code: 'unsupported-format' });
  });

  it('requires a size for each packet', () => {
    const table = chunk('pakt', [...new Array<number>(7).fill(0), 3, ...new Array<number>(16).fill(0), 1]);
    const opus = description('opus', { bits: 0 });
    const file = caf(opus, table, chunk('data', [...edits, 0xf8, 0xff, 0xfe]));
    expect(errorFrom(() => audioInfo(file))).toMatchObject({ code: 'corrupt-file' });
  });
});
