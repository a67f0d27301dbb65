import { describe, expect, it } from 'vitest';
import { packTar, unpackTar } from '../../src/load/tar.js';

const files = {
  'recognizer.json': new TextEncoder().encode('{}'),
  'ridge/weights.bin': Uint8Array.of(1, 2, 3),
};

/** The same files in a folder. */
const inside = (folder: string) =>
  Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${folder}${name}`, bytes]));

describe('a packed model', () => {
  it('contains all files, as the same bytes every time', () => {
    expect(unpackTar(packTar(files))).toEqual(files);
    expect(packTar(files)).toEqual(packTar(files));
  });

  it('has the layout of ustar: header, content, two empty blocks', () => {
    const archive = packTar({ 'a.txt': new TextEncoder().encode('hello') });
    const text = new TextDecoder().decode(archive);
    expect(archive).toHaveLength(4 * 512);
    expect(text.slice(0, 6)).toBe('a.txt\0');
    expect(text.slice(257, 263)).toBe('ustar\0');
    expect(text.slice(512, 517)).toBe('hello');
    // the sum of the header's bytes with blanks for the sum itself
    const sum = archive
      .subarray(0, 512)
      .reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0);
    expect(parseInt(text.slice(148, 154), 8)).toBe(sum);
  });

  it('can be made by tar itself, which adds folders', () => {
    const isFolder = packTar({ 'model/': new Uint8Array(0) }).slice(0, 512);
    isFolder[156] = '5'.charCodeAt(0);
    expect(unpackTar(Uint8Array.of(...isFolder, ...packTar(inside('./'))))).toEqual(files);
  });

  it('can contain the model folder itself', () => {
    expect(unpackTar(packTar(inside('./mine/')))).toEqual(files);
  });

  it('is rejected if it is not an archive, or cut short', () => {
    expect(() => unpackTar(new Uint8Array(2000))).toThrow('The bytes are not a tar archive.');
    expect(() => unpackTar(packTar(files).slice(0, 513))).toThrow('The archive is cut short.');
  });

  it('cannot contain file names of more than 100 bytes', () => {
    const named = (length: number) => ({ [`${'a'.repeat(length - 12)}/weights.bin`]: Uint8Array.of(1) });
    expect(unpackTar(packTar(named(100)))).toEqual(named(100));
    expect(() => packTar(named(101))).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: expect.stringContaining('at most 100 bytes'),
      }),
    );
  });

  it.each(['-0000001000', '00000000009', 'ffffffffff', ''])('is rejected with a file of size %j', (size) => {
    const archive = packTar(files);
    archive.fill(0, 124, 136);
    archive.set(new TextEncoder().encode(size), 124);
    expect(() => unpackTar(archive)).toThrow(expect.objectContaining({ code: 'model-corrupt' }));
  });
});
