import { expect, it } from 'vitest';
import { escapeMarkup } from '../../src/text/escapeMarkup.js';

it('writes any text as text, never as markup', () => {
  expect(escapeMarkup(`<b>"1" & '2'</b>`)).toBe('&lt;b&gt;&quot;1&quot; &amp; &#39;2&#39;&lt;/b&gt;');
});

it('replaces control characters that XML forbids', () => {
  expect(escapeMarkup('a\u0007b\tc\n')).toBe('a\ufffdb\tc\n');
});
