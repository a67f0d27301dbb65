import { Html, html, type Content } from './html.js';
import { style } from './style.js';

export interface PageParts {
  /** Title of the window. */
  readonly title: string;
  /** The sentence at the top of the page. */
  readonly headline: string;
  readonly body: Content;
}

/** A self-contained page, without network access or scripts. */
export function page({ title, headline, body }: PageParts): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <main>
          <h1>${headline}</h1>
          ${body}
        </main>
      </body>
    </html> `.markup;
}

/** A part of a page with a title. */
export function section(title: string, ...content: readonly Content[]): Html {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`;
}

/** Names and values, one pair per line. */
export function facts(pairs: readonly (readonly [string, Content])[]): Html {
  return html`<dl class="facts">
    ${pairs.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}
