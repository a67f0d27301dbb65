import { expect, it } from 'vitest';
import { firstPaint } from '../../plugins/firstPaint.js';
import { text } from '../../src/text.js';

it('puts title and notice into the document', () => {
  const transform = firstPaint().transformIndexHtml as (html: string) => string;
  const html = transform('<body><div id="page"></div></body>');
  expect(html).toContain(`<h1>${text.title}</h1>`);
  expect(html).toContain(`<p class="notice">${text.notice}</p>`);
});
