import { describe, expect, it } from 'vitest';
import { printable, printableJson, printableLines } from '../../src/show/printable.js';

describe('printable', () => {
  it.each([
    ['\u001b[2Jclip.wav', '\\x1b[2Jclip.wav'],
    ['a\nerror: b\r\t', 'a\\nerror: b\\r\\t'],
    ['\u009b31m\u007f\u0000', '\\x9b31m\\x7f\\x00'],
    ['gpj.\u202evaw', 'gpj.\\u202evaw'],
  ])('escapes characters that control a terminal: %j', (text, escaped) => {
    expect(printable(text)).toBe(escaped);
  });

  it.each(['Füße 语音 😀.wav', 'C:\\corpus\\clip.wav', 'a "b" \'c\'.wav'])('keeps %s', (text) => {
    expect(printable(text)).toBe(text);
  });
});

describe('printableLines', () => {
  it('keeps line feeds', () => {
    expect(printableLines('one\n\u001btwo\n')).toBe('one\n\\x1btwo\n');
  });
});

describe('printableJson', () => {
  it('escapes what JSON leaves unescaped, without changing its meaning', () => {
    const document = { file: 'a\u009b31m\u202e\u001b.wav', label: 'ängry' };
    const json = printableJson(JSON.stringify(document, undefined, 2));
    expect(json).toContain('a\\u009b31m\\u202e\\u001b.wav');
    expect(json).toContain('ängry');
    expect(JSON.parse(json)).toEqual(document);
  });
});
