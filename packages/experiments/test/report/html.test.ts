import { describe, expect, it } from 'vitest';
import { html } from '../../src/report/html.js';

describe('html', () => {
  it('escapes text', () => {
    expect(html`<p>${`<script>"x" & 'y'</script>`}</p>`.markup).toBe(
      '<p>&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/script&gt;</p>',
    );
  });

  it('keeps markup, joins lists and leaves nothing out of nothing', () => {
    expect(html`<b>${html`<i>${1}</i>`}</b>${['a', html`<hr />`]}${undefined}${false}`.markup).toBe(
      '<b><i>1</i></b>a<hr />',
    );
  });
});
