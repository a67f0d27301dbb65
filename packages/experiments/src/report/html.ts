import { escapeMarkup } from '@ser/core';

/** Markup that is safe to insert into a page. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

/** The content of a template: text is escaped, markup is not, lists are joined; `undefined` and `false` give nothing. */
export type Content = string | number | Html | readonly Content[] | undefined | false;

/**
 * A template of markup that escapes all text.
 *
 * @example
 * html`<p>${'a < b'}</p>`.markup; // '<p>a &lt; b</p>'
 */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(strings.map((string, index) => string + markupOf(contents[index])).join(''));
}

function markupOf(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Html) return content.markup;
  if (Array.isArray(content)) return content.map(markupOf).join('');
  return escapeMarkup(String(content));
}
