import { describe, expect, it } from 'vitest';
import { CsvSyntaxError, parseCsv } from '../../src/manifest/parseCsv.js';

const fieldsOf = (text: string) => parseCsv(text).map(({ fields }) => fields);

describe('parseCsv', () => {
  it('reads plain fields, lines ending with LF or CRLF, and a last line without an end', () => {
    expect(fieldsOf('a,b\nc,d\r\ne,f')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
  });

  it('reads quoted fields with commas, doubled quotes, and line breaks', () => {
    expect(fieldsOf('"a,b","say ""hi""","two\r\nlines"\n')).toEqual([['a,b', 'say "hi"', 'two\r\nlines']]);
  });

  it('reads empty fields, and skips empty lines', () => {
    expect(fieldsOf('a,,\n\r\n\n,"",b\n')).toEqual([
      ['a', '', ''],
      ['', '', 'b'],
    ]);
    expect(fieldsOf('')).toEqual([]);
  });

  it('counts the lines within quoted fields', () => {
    expect(parseCsv('a\n"b\nb"\n\nc\n').map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it.each([
    ['a\n"b', 2, 'A quoted field is not closed'],
    ['a\n"b\n\n', 2, 'A quoted field is not closed'],
    ['"a"b', 1, 'A quoted field must be followed by a comma or the end of the line'],
    ['a\nb"c', 2, 'A field that contains a quote must be quoted'],
  ])('rejects %j, with the line', (text, line, message) => {
    expect(() => parseCsv(text)).toThrow(CsvSyntaxError);
    expect(() => parseCsv(text)).toThrow(
      expect.objectContaining({ line, message: expect.stringContaining(message) }),
    );
  });
});
