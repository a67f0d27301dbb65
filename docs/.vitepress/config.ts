import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';
import { siteLink } from './links.js';
import { sidebar } from './sidebar.js';

/** `npm run docs -- build --no-reference` leaves out the reference, which takes most of the time. */
const hasReference = existsSync(fileURLToPath(new URL('../reference/index.md', import.meta.url)));

export default defineConfig({
  title: 'ser',
  description: 'Speech emotion recognition for TypeScript: predict, train, and evaluate honestly.',
  lang: 'en-US',
  base: process.env['SER_DOCS_BASE'] ?? '/',
  cleanUrls: true,
  srcExclude: ['api/**'],
  // Only without the reference, whose index a few pages link to.
  ignoreDeadLinks: hasReference ? false : [/\/reference\//],
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  themeConfig: {
    sidebar,
    nav: [
      { text: 'First prediction', link: '/first-prediction' },
      { text: 'Results', link: '/results' },
      { text: 'Reference', link: '/reference/' },
    ],
    search: { provider: 'local' },
    outline: [2, 3],
    socialLinks: [{ icon: 'github', link: 'https://github.com/ser-ts/ser' }],
    editLink: { pattern: 'https://github.com/ser-ts/ser/edit/main/docs/:path' },
    footer: { message: 'A model recognizes how something is said, not what a person feels. Apache-2.0.' },
  },
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config(md) {
      md.core.ruler.push('repository-links', (state) => {
        const page = (state.env as { readonly relativePath?: string }).relativePath ?? '';
        for (const token of state.tokens.flatMap(({ children }) => children ?? [])) {
          const href = token.type === 'link_open' ? token.attrGet('href') : null;
          if (href !== null) token.attrSet('href', siteLink(href, page));
        }
      });
    },
  },
});
