/**
 * Text that others wrote, such as the title of a corpus, as one line of Markdown that shows exactly this text: no markup,
 * no HTML, no link, no image, no further cell of a table.
 *
 * @example
 * markdownText('<b>A</b>|[B](https://example.org)'); // '&lt;b>A&lt;/b>\\|\\[B\\](https://example.org)'
 */
export function markdownText(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(directions, '')
    .trim()
    .replace(/[\\`*[\]|~]/g, '\\$&')
    .replace(outerUnderscore, '\\_')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;');
}

/** Characters that reorder the text after them. */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** An underscore inside a word, as in `speaker_01`, is not markup. */
const outerUnderscore = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
