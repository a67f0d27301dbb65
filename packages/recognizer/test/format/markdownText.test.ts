import { describe, expect, it } from 'vitest';
import { markdownText } from '../../src/format/markdownText.js';

describe('markdownText', () => {
  it.each([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)>'],
    ['[free](javascript:alert(1))', '\\[free\\](javascript:alert(1))'],
    ['![](https://example.org/pixel.png)', '!\\[\\](https://example.org/pixel.png)'],
    ['a|b', 'a\\|b'],
    ['a\\|b', 'a\\\\\\|b'],
    ['`code` **bold** _it_ ~~no~~', '\\`code\\` \\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['one\n\n# two\u2028three\u001b[2J', 'one # two three \\[2J'],
    ['gpj.\u202evaw', 'gpj.vaw'],
  ])('shows %j as plain text', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });

  it.each(['CC BY-NC-SA 4.0', 'R&D, speaker_01 (https://example.org)', 'Füße: 3 > 2'])('keeps %s', (text) => {
    expect(markdownText(text)).toBe(text);
  });
});
