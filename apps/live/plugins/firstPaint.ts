import { escapeMarkup } from '@ser/core';
import type { Plugin } from 'vite';
import { text } from '../src/text.js';

/** Title and notice as part of the document, so that they show before the script is loaded. */
export function firstPaint(): Plugin {
  const [title, tagline, notice] = [text.title, text.tagline, text.notice].map(escapeMarkup);
  const markup = `<header><h1>${title}</h1><p>${tagline}</p></header><main><p class="notice">${notice}</p></main>`;
  return {
    name: 'first-paint',
    transformIndexHtml: (html) => html.replace('<div id="page"></div>', `<div id="page">${markup}</div>`),
  };
}
