import { describe, expect, it } from 'vitest';
import { decodeText } from '../src/decodeText.js';

const text = '{"name":"fröhlich"}';
const utf16le = Buffer.from(text, 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE', utf16le],
    ['UTF-16 LE with a byte order mark', Buffer.concat([Buffer.of(0xff, 0xfe), utf16le])],
    ['UTF-16 BE', utf16be],
    ['UTF-16 BE with a byte order mark', Buffer.concat([Buffer.of(0xfe, 0xff), utf16be])],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it('reads an empty file and a single character', () => {
    expect(decodeText(Buffer.of())).toBe('');
    expect(decodeText(Buffer.from('1'))).toBe('1');
  });

  it('rejects other bytes', () => {
    expect(() => decodeText(Buffer.of(0x7b, 0xff, 0x7d))).toThrow(TypeError);
  });
});
